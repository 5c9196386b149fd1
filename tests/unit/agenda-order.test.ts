import fc from "fast-check";
import { expect, test } from "vitest";
import { agendaLines, inAgendaOrder, placesAfterMove } from "@/lib/domain/agenda-order.ts";
import { someTopic } from "./some.ts";

const sections = [{ id: "evidence" }, { id: "obstacles" }];
const topics = [
  someTopic({ id: "c", order: 2, sectionId: "obstacles" }),
  someTopic({ id: "b", order: 1 }),
  someTopic({ id: "a", order: 3, sectionId: "gone" }),
];

test("what is in no part of this agenda stands first, then part by part", () => {
  expect(agendaLines(topics, sections)).toEqual([
    { topicId: "b" },
    { topicId: "a" },
    { sectionId: "evidence" },
    { sectionId: "obstacles" },
    { topicId: "c" },
  ]);
});

test.each([
  ["over the head of a part it comes into that part", "a", 2, ["b", "a@evidence", "c@obstacles"]],
  ["to the top it is in none", "c", 0, ["c", "b", "a"]],
  ["beyond the end it stays the last", "b", 99, ["a", "c@obstacles", "b@obstacles"]],
  ["a topic that is not there moves nothing", "x", 1, []],
])("%s", (_, id, to, wanted) => {
  const places = placesAfterMove(agendaLines(topics, sections), id, to);
  expect(places.map((place) => (place.sectionId ? `${place.id}@${place.sectionId}` : place.id))).toEqual(
    wanted,
  );
});

test("wherever a topic is moved to, it stands there, and no topic is lost or doubled", () => {
  fc.assert(
    fc.property(fc.integer({ min: -2, max: 9 }), fc.constantFrom("a", "b", "c"), (to, id) => {
      const places = placesAfterMove(agendaLines(topics, sections), id, to);
      expect(places.map((place) => place.id).toSorted()).toEqual(["a", "b", "c"]);
      const after = topics.map((topic) => ({
        ...topic,
        ...places.find((place) => place.id === topic.id),
        id: topic.id,
      }));
      expect(inAgendaOrder(after, sections).map((topic) => topic.id)).toEqual(
        places.map(({ id: each }) => each),
      );
    }),
  );
});
