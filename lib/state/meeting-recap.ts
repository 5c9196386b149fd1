import { i18n } from "#i18n";
import type { Accomplishment } from "@/lib/domain/accomplished.ts";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import { startOf } from "@/lib/domain/carry-over.ts";
import type { Day } from "@/lib/domain/envelope.ts";
import type { Recap, RecapSection } from "@/lib/formats/recap.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import { headLines, isShareable, type NotesToShare, ownerName } from "./meeting-markdown.ts";
import type { ToldTopic } from "./meeting-topics.ts";
import type { MeetingView } from "./meeting-view.ts";

/** What stands in a recap beside what the meeting itself holds. */
export interface RecapExtras {
  accomplished: readonly Accomplishment[];
  /** The day of the meeting before. */
  sinceOn: Day | null;
}

/** What a meeting came to. What is meant for nobody else is not in it; the notes only where they are given. */
export function recapOf(
  view: MeetingView,
  { accomplished, sinceOn }: RecapExtras,
  notes?: NotesToShare,
): Recap {
  const { title, line } = headLines(view);
  const captures = view.captures.filter(isShareable);
  const said = captures.filter((row) => row.table === "entries" && !isAccomplished(row.kind));
  const sections: RecapSection[] = [
    {
      heading: accomplishedHead(sinceOn, view.today),
      items: accomplished.filter(isShareable).map((each) => ({ text: accomplishedWords(each, view) })),
    },
    {
      heading: i18n.t("wrapUp.talkedAbout"),
      items: view.discussed.filter(isShareable).map(titleOf),
    },
    { heading: i18n.t("wrapUp.left"), items: view.left.filter(isShareable).map(titleOf) },
    { heading: i18n.t("wrapUp.parked"), items: view.parkedHere.filter(isShareable).map(titleOf) },
    {
      heading: i18n.t("wrapUp.captured"),
      items: said.map((row) => ({ text: row.text, kind: i18n.t(`kinds.${row.kind}`) })),
    },
    {
      heading: i18n.t("wrapUp.nextSteps"),
      items: captures
        .filter((row) => row.table === "commitments")
        .map((row) => {
          const who = ownerName(row.owner ?? "me", view);
          const by = row.dueOn ? `${who}, ${shortDay(row.dueOn, view.today)}` : who;
          return { text: `${row.text} (${by})`, done: row.done };
        }),
    },
    { heading: i18n.t("wrapUp.next"), items: nextOf(view) },
    { heading: i18n.t("notes.heading"), words: notes && !notes.confidential ? notes.text : "" },
  ];
  return { title, lines: [line], sections };
}

/** How many parts of it are left out, since they are meant for nobody else. */
export function leftOutOfRecap(
  view: MeetingView,
  { accomplished }: Pick<RecapExtras, "accomplished">,
  notes?: NotesToShare,
): number {
  const ids = new Set(accomplished.map(({ id }) => id));
  const topics = [...view.discussed, ...view.left, ...view.parkedHere];
  const rows = [...view.captures.filter(({ id }) => !ids.has(id)), ...topics, ...accomplished];
  const note = notes?.confidential && notes.text.trim() ? 1 : 0;
  return rows.filter((row) => !isShareable(row)).length + note;
}

function titleOf({ title }: ToldTopic): { text: string } {
  return { text: title };
}

/** Wins of the meeting stand with what was accomplished. */
function isAccomplished(kind: string): boolean {
  return kind === "win" || kind === "outcome";
}

export function accomplishedHead(sinceOn: Day | null, today: Day): string {
  return sinceOn
    ? i18n.t("wrapUp.accomplishedSince", [shortDay(sinceOn, today)])
    : i18n.t("wrapUp.accomplishedSoFar");
}

/** What was done, and by whom where it was the other one. */
export function accomplishedWords(
  { text, owner }: Pick<Accomplishment, "text" | "owner">,
  view: Pick<MeetingView, "partnerShort">,
): string {
  return owner === "them" ? i18n.t("wrapUp.doneBy", [text, view.partnerShort]) : text;
}

function nextOf({ following, timeZone, today }: MeetingView): { text: string }[] {
  if (following?.status !== "planned") return [];
  const at = startOf(following);
  const when = `${shortDay(dayOf(at, timeZone), today)} ${clockTime(timeOf(at, timeZone))}`;
  return [{ text: `${following.title}, ${when}` }];
}
