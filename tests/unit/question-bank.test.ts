import { expect, test } from "vitest";
import { shippedAgendas } from "@/lib/content/agendas.ts";
import { shippedQuestions } from "@/lib/content/questions.ts";
import { partsFromLines } from "@/lib/domain/agenda-template.ts";
import { questionBank, questionId, suggestedQuestions } from "@/lib/domain/question-bank.ts";
import type { Question } from "@/lib/domain/question.ts";
import type { Topic } from "@/lib/domain/topic.ts";
import { questionFile, readQuestions } from "@/lib/formats/question-file.ts";
import { someTopic } from "./some.ts";

const bankOf = (rows: Question[] = [], topics: Topic[] = []) =>
  questionBank(shippedQuestions, (key) => key, rows, topics);
const kickoff = { kind: "kickoff", role: "mentee" } as const;
const textsOf = (topics: Topic[], meeting: Parameters<typeof suggestedQuestions>[1] = kickoff): string[] =>
  suggestedQuestions(bankOf([], topics), meeting, 9).map(({ text }) => text);
const asking = (changed: Partial<Topic>): Topic =>
  someTopic({ fromTable: "questions", fromId: questionId("journey"), kind: "question", ...changed });

test("a kickoff is offered the five questions of the source, sensitive ones are marked", () => {
  expect(textsOf([])).toEqual(["outsideWork", "couldNotFail", "journey", "excites", "whyMentoring"]);
  expect(bankOf().filter((each) => each.sensitive)).toHaveLength(3);
});

test("what was asked is not suggested again until that is wanted, and knows its meeting and answer", () => {
  const asked = asking({ state: "discussed", discussedIn: "m0", answer: "By accident" });
  expect(textsOf([asked])).not.toContain("journey");
  expect(bankOf([], [asked]).find((each) => each.key === "journey")?.asked).toEqual([
    { topicId: "t1", meetingId: "m0", answer: "By accident" },
  ]);
  expect(textsOf([{ ...asked, askAgain: true }])).toContain("journey");
});

test.each(["open", "parked"] as const)("what is %s on an agenda is not suggested beside it", (state) => {
  expect(textsOf([asking({ state })])).not.toContain("journey");
});

test("one's own questions come first, and one that ships may be called otherwise or put away", () => {
  const common = { author: "me", space: "personal", visibility: "private" as const, createdAt: 0 };
  const fields = { tags: [], sensitive: false, hidden: false, order: 0 };
  const bank = bankOf([
    { ...common, ...fields, id: "own", text: "Mine?", set: "Mine" },
    { ...common, ...fields, id: questionId("journey"), text: "How come?", set: "getToKnow" },
    { ...common, ...fields, id: questionId("excites"), text: "excites", set: "getToKnow", hidden: true },
  ]);
  expect(suggestedQuestions(bank, kickoff, 9).map(({ text }) => text)).toEqual([
    "Mine?",
    "outsideWork",
    "couldNotFail",
    "How come?",
    "whyMentoring",
  ]);
});

test("a mentor is offered a mentor's questions first", () => {
  expect(textsOf([], { kind: "checkIn", role: "mentor" })[0]).toBe("howAmI");
});

test("questions go out as a file and come in again; what is none is refused", async () => {
  const questions = [{ text: "Why?", set: "Mine", tags: ["start"], sensitive: true }];
  expect(await readQuestions(new Blob([questionFile(questions)]))).toEqual(questions);
  await expect(readQuestions(new Blob(["{}"]))).rejects.toThrow("questionsNotOurs");
  await expect(readQuestions(new Blob(["["]))).rejects.toThrow("questionsNotOurs");
});

test("each kind of meeting has its parts: a kickoff goes from getting to know each other to the next meeting", () => {
  const parts = (kind: keyof typeof shippedAgendas): string[] =>
    shippedAgendas[kind].parts.map(({ id }) => id);
  expect(parts("kickoff")).toEqual(["getToKnow", "goalAndPlan", "agreement", "nextMeeting"]);
  expect(parts("checkIn")).toEqual(["evidence", "obstacles", "priorities"]);
  expect(parts("calibration")).toEqual(["expectations", "objectives", "wins"]);
  expect(parts("final").slice(0, 3)).toEqual(["enjoyed", "remember", "lessons"]);
});

test("a part that is called otherwise keeps its topics, one that is moved too, a further one is new", () => {
  const before = [
    { id: "a", title: "Evidence" },
    { id: "b", title: "Obstacles" },
  ];
  expect(partsFromLines(["Obstacles", " What  is new ", "", "Else"], before, () => "n")).toEqual([
    { id: "b", title: "Obstacles" },
    { id: "a", title: "What is new" },
    { id: "n", title: "Else" },
  ]);
});
