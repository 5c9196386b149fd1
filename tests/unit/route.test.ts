import { expect, test } from "vitest";
import { meetingPath } from "@/lib/state/paths.ts";
import { routeOf } from "@/lib/state/route.ts";

test.each([
  ["", { page: "auto" }],
  ["#/", { page: "auto" }],
  ["#/today", { page: "today" }],
  ["#/welcome", { page: "welcome", sample: false }],
  ["#/welcome?sample=1", { page: "welcome", sample: true }],
  ["#/roadmap", { page: "roadmap" }],
  ["#/roadmap?view=table", { page: "roadmap", view: "table" }],
  ["#/roadmap?view=elsewhere", { page: "roadmap" }],
  ["#/search", { page: "search", q: "" }],
  ["#/search?q=a%20%26%20b", { page: "search", q: "a & b" }],
  ["#/goals/abc", { page: "goal", id: "abc" }],
  ["#/meetings/a%2Fb", { page: "meeting", id: "a/b", stop: null }],
  ["#/meetings/abc?at=wrap-up", { page: "meeting", id: "abc", stop: "wrap-up" }],
  ["#/meetings/abc?at=elsewhere", { page: "meeting", id: "abc", stop: null }],
  ["#/settings", { page: "settings", section: "general" }],
  ["#/settings/about", { page: "settings", section: "about" }],
])("%s leads to %o", (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test.each([
  "#/nowhere",
  "#/today/extra",
  "#/meetings/a/b",
  "#/settings/nothing",
  "#/goals",
  "#//",
  "#/%E0%A4%A",
])("%s leads nowhere, and says so", (hash) => {
  expect(["unknown", "auto"]).toContain(routeOf(hash).page);
});

test("an id with a slash, a question mark or a percent sign finds its way there and back", () => {
  for (const id of ["a/b", "what?", "100%", "ä ö", "#1"]) {
    expect(routeOf(`#${meetingPath(id, "notes")}`)).toEqual({ page: "meeting", id, stop: "notes" });
  }
});
