import { signal } from "@preact/signals";
import { type RoadmapViewName, roadmapViews } from "@/lib/domain/roadmap-views.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type TableName, tableNames } from "@/lib/domain/records.ts";
import { type Stage, stages } from "@/lib/domain/vocabulary.ts";
import { type MeetingStop, meetingStops } from "./paths.ts";

// The addresses stand in a file of their own, so that the popup can name one without reading any.
export { historyPath, meetingPath, type MeetingStop, meetingStops } from "./paths.ts";

/** Where the app is. Spelled in the address behind `#`. */
export type Route =
  | { page: "auto" }
  | { page: "welcome"; sample: boolean }
  | { page: "today" }
  | { page: "roadmap"; view?: RoadmapViewName }
  | { page: "goal"; id: Id }
  | { page: "meetings"; record: boolean }
  | { page: "meeting"; id: Id; stop: MeetingStop | null }
  | { page: "actions" }
  | { page: "journal"; kind: string | null }
  | { page: "reminders"; of: string | null }
  | { page: LaterPage }
  | { page: "stage"; stage: Stage; set: StageForm | null }
  | { page: "person"; id: Id }
  | { page: "search"; q: string }
  | { page: "trash" }
  | { page: "changes" }
  | { page: "history"; table: TableName; id: Id }
  | { page: "settings"; section: SettingsSection }
  | { page: "unknown"; path: string };

/** Pages without an id that are loaded when they are first gone to. */
export const laterPages = [
  "prepare",
  "people",
  "agreement",
  "expectations",
  "reviews",
  "resources",
  "templates",
  "questions",
  "room",
] as const;
export type LaterPage = (typeof laterPages)[number];

/** What can be set on the page of a stage, as an address may ask for. */
export const stageForms = ["move", "scope", "dates"] as const;
export type StageForm = (typeof stageForms)[number];

export const settingsSections = ["general", "reminders", "meetings", "sync", "data", "about"] as const;
export type SettingsSection = (typeof settingsSections)[number];

/** Reads a hash such as `#/meetings/ID?at=notes`. An empty one means: what fits the active tab. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const params = new URLSearchParams(query);
  const [first = "", second, ...rest] = path.split("/").filter(Boolean);
  if (!first) return { page: "auto" };
  const table = tableNames.find((name) => name === second);
  if (first === "history" && table && rest.length === 1)
    return { page: "history", table, id: decode(rest[0] ?? "") };
  if (rest.length > 0) return { page: "unknown", path };
  const id = second === undefined ? undefined : decode(second);
  if (first === "goals" && id) return { page: "goal", id };
  if (first === "meetings" && id) {
    return { page: "meeting", id, stop: meetingStops.find((stop) => stop === params.get("at")) ?? null };
  }
  if (first === "people" && id) return { page: "person", id };
  const stage = stages.find((each) => each === second);
  if (first === "stages" && stage) {
    return { page: "stage", stage, set: stageForms.find((form) => form === params.get("set")) ?? null };
  }
  if (first === "settings") {
    const section = settingsSections.find((each) => each === (second ?? "general"));
    return section ? { page: "settings", section } : { page: "unknown", path };
  }
  if (second !== undefined) return { page: "unknown", path };
  const later = laterPages.find((page) => page === first);
  if (later) return { page: later };
  switch (first) {
    case "welcome":
      return { page: "welcome", sample: params.has("sample") };
    case "roadmap": {
      const view = roadmapViews.find((each) => each === params.get("view"));
      return { page: "roadmap", ...(view ? { view } : {}) };
    }
    case "search":
      return { page: "search", q: params.get("q") ?? "" };
    case "journal":
      return { page: "journal", kind: params.get("kind") };
    case "reminders":
      return { page: "reminders", of: params.get("of") };
    case "meetings":
      return { page: "meetings", record: params.get("view") === "record" };
    case "today":
    case "actions":
    case "trash":
      return { page: first };
    case "history":
      return { page: "changes" };
    default:
      return { page: "unknown", path };
  }
}

/** The present route, following the address. */
export const route = signal<Route>(routeOf(globalThis.location?.hash ?? ""));

globalThis.addEventListener?.("hashchange", () => {
  route.value = routeOf(location.hash);
});

/** Goes to a path such as `/today`. */
export function go(path: string): void {
  location.hash = path;
}

/** Puts a path in place of the present one, so that "back" does not lead into a detour. */
export function replace(path: string): void {
  history.replaceState(null, "", `#${path}`);
  route.value = routeOf(location.hash);
}

/** The address of what is found for some words. */
export function searchPath(typed: string): string {
  return typed ? `/search?q=${encodeURIComponent(typed.toWellFormed())}` : "/search";
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The address of a stage, with one of its forms open. */
export function stagePath(stage: Stage, set?: StageForm): string {
  return `/stages/${stage}${set ? `?set=${set}` : ""}`;
}
