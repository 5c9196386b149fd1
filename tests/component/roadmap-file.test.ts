import { expect, test } from "vitest";
import { svgToPng } from "@/lib/browser/picture-file.ts";
import type { Goal } from "@/lib/domain/goal.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import { lanesOf } from "@/lib/domain/roadmap-picture.ts";
import { stageLine } from "@/lib/domain/roadmap-stages.ts";
import { dayNumber, wholeSpan } from "@/lib/domain/roadmap-time.ts";
import { addDays } from "@/lib/domain/civil-time.ts";
import { type RoadmapPicture, roadmapSvg } from "@/lib/formats/roadmap-svg.ts";
import { linesOf } from "@/lib/formats/svg-text.ts";
import { testNow } from "./fresh-db.ts";

const today = "2026-11-24";
const hostile = [
  "</text></svg><script>alert(1)</script>",
  '"><image href="https://example.org/x.png"/>',
  "a & b < c ]]> \u0000\u0008 \ud800 &amp; 😀",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///'>]>&e;",
  "Draft the order-sync design with everybody who has a view of it, and then once more",
];
const common = {
  author: "me",
  space: "personal",
  visibility: "private" as const,
  createdAt: testNow,
  mentorshipId: "s1",
};

function pictureOf(titles: readonly string[], close = 9): RoadmapPicture {
  const goals: Goal[] = ["Goal <one>", "Goal & two"].map((title, order) => ({
    ...common,
    id: `g${order}`,
    title,
    status: "open",
    order,
  }));
  const milestones: Milestone[] = titles.map((title, index) => ({
    ...common,
    id: `m${index}`,
    goalId: `g${index % 2}`,
    title,
    phase: "practice",
    dueOn: addDays(today, index * close - 20),
    owner: "me",
    status: index % 3 === 0 ? "reached" : "open",
    order: index,
  }));
  const lanes = lanesOf(goals, milestones, today, "UTC");
  const whole = wholeSpan(
    lanes.flatMap((lane) => lane.marks.map(({ at }) => at)),
    dayNumber(today),
    { from: dayNumber("2026-09-01"), to: null },
  );
  return {
    lanes,
    whole,
    todayAt: dayNumber(today),
    week: 12,
    stages: stageLine(
      { visits: [{ stage: "cultivation", fromOn: "2026-09-01" }] },
      today,
      whole.from + whole.days,
    ),
    meetings: [
      { at: dayNumber(today) - 14, held: true, review: false },
      { at: dayNumber(today) + 14, held: false, review: true },
    ],
    words: {
      title: "Roadmap with <Amara> & co",
      caption: "2 goals",
      stage: "Stage",
      meetings: "Meetings",
      laneMeta: () => "3 of 6",
      markName: (mark) => mark.title,
      tag: (spot) => spot.marks[0]?.title ?? "",
      phase: (phase) => phase,
      stageName: (stage) => stage,
      month: (on) => on.slice(0, 7),
    },
  };
}

function parsed(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(document.querySelector("parsererror")?.textContent).toBeUndefined();
  return document;
}

test("the picture is well-formed XML, names each milestone once, and a hostile title stays text", () => {
  const titles = [...hostile, ...Array.from({ length: 20 }, (_, index) => `Milestone number ${index}.`)];
  const document = parsed(roadmapSvg(pictureOf(titles)));
  // What XML does not allow is left out of a title; nothing else is.
  const allowed = titles.map((title) =>
    ["\u0000", "\u0008", "\ud800"].reduce((rest, character) => rest.replaceAll(character, ""), title),
  );
  const named = [...document.querySelectorAll("g.milestone > title")].map((title) => title.textContent);
  expect(named.toSorted()).toEqual(allowed.toSorted());
  expect(document.querySelectorAll("script, image, foreignObject, style, use, a")).toHaveLength(0);
  const attributes = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith("on") || name.includes("href"))).toEqual([]);
  expect(document.documentElement.getAttribute("viewBox")).toMatch(/^0 0 \d+ \d+$/);
});

test("it grows until each milestone has its words beside it", () => {
  const titles = Array.from({ length: 24 }, (_, index) => `Step ${index}`);
  const document = parsed(roadmapSvg(pictureOf(titles, 3)));
  const words = [...document.querySelectorAll("g.milestone text")].map((text) => text.textContent);
  for (const title of titles) expect(words).toContain(title);
});

test("some thousand milestones still make a picture in which each is named", () => {
  const titles = Array.from({ length: 2_000 }, (_, index) => `Step ${index}`);
  const document = parsed(roadmapSvg(pictureOf(titles, 1)));
  const named = [...document.querySelectorAll("g.milestone > title")].flatMap((title) =>
    (title.textContent ?? "").split("\n"),
  );
  expect(named.toSorted()).toEqual(titles.toSorted());
});

test("it becomes a PNG of the width that was asked for, with ink on it", async () => {
  const png = await svgToPng(roadmapSvg(pictureOf(["One", "Two", "Three"])), 640);
  expect(png.type).toBe("image/png");
  const bitmap = await createImageBitmap(png);
  expect(bitmap.width).toBe(640);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
  let dark = 0;
  for (let index = 0; index < pixels.length; index += 4) if ((pixels[index] ?? 255) < 90) dark += 1;
  expect(dark).toBeGreaterThan(200);
});

test.each([
  ["two words", 200, 2, ["two words"]],
  ["one two three four", 70, 2, ["one two", "three four"]],
  ["one two three four five six", 70, 2, ["one two", "three fou…"]],
  ["Donaudampfschifffahrt", 70, 2, ["Donaudamp…"]],
  ["", 70, 2, [""]],
])("“%s” in %i pixels and %i lines", (text, width, most, lines) => {
  expect(linesOf(text, width, 12, most)).toEqual(lines);
});
