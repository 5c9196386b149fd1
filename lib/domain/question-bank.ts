import type { Id } from "./envelope.ts";
import type { Question } from "./question.ts";
import type { Topic } from "./topic.ts";
import type { MeetingKind, Role } from "./vocabulary.ts";

/** A question as it ships. Its words are the locale's affair, by its key. */
export interface ShippedQuestion {
  key: string;
  set: string;
  sensitive?: boolean;
}

/** A question of the bank as one mentorship has it. */
export interface BankQuestion {
  /** Of its row, whether it has one yet or not; what a topic that asks it names. */
  id: Id;
  text: string;
  set: string;
  tags: readonly string[];
  sensitive: boolean;
  hidden: boolean;
  /** Of one that ships, whatever became of its words. */
  key: string | null;
  /** Its words, or anything else of it, were changed. */
  changed: boolean;
  /** On the agenda or in the parking lot, not asked yet. */
  waitingTopicId: Id | null;
  /** Where it was asked, the last time first. */
  asked: readonly { topicId: Id; meetingId: Id | null; answer: string }[];
  /** It was asked and nobody said that it may be again. */
  isAsked: boolean;
}

type BankTopic = Pick<
  Topic,
  "id" | "fromTable" | "fromId" | "state" | "discussedIn" | "talkedIn" | "answer" | "askAgain" | "deletedAt"
>;

export function questionId(key: string): Id {
  return `question.${key}`;
}

/**
 * The bank: what ships in its order, as the person changed it, then their own.
 * @param words the text of one that ships, in the language of the person
 * @param topics of the mentorship, which tell what was asked
 */
export function questionBank(
  shipped: readonly ShippedQuestion[],
  words: (key: string) => string,
  rows: readonly Question[],
  topics: readonly BankTopic[],
): BankQuestion[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(shipped.map(({ key }) => questionId(key)));
  const own = rows
    .filter((row) => !known.has(row.id) && !row.deletedAt)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));
  const all = [
    ...shipped.map(({ key, set, sensitive = false }) => {
      const id = questionId(key);
      const row = byId.get(id);
      const found = row && !row.deletedAt ? row : undefined;
      return {
        id,
        key,
        changed: found !== undefined,
        text: found?.text ?? words(key),
        set: found?.set ?? set,
        tags: found?.tags ?? [],
        sensitive: found?.sensitive ?? sensitive,
        hidden: found?.hidden ?? false,
      };
    }),
    ...own.map((row) => ({
      id: row.id,
      key: null,
      changed: false,
      text: row.text,
      set: row.set,
      tags: row.tags ?? [],
      sensitive: row.sensitive ?? false,
      hidden: row.hidden ?? false,
    })),
  ];
  const asking = Map.groupBy(
    topics.filter((topic) => topic.fromTable === "questions" && !topic.deletedAt),
    (topic) => topic.fromId,
  );
  return all.map((question) => ({ ...question, ...askedIn(asking.get(question.id) ?? []) }));
}

function askedIn(topics: readonly BankTopic[]): Pick<BankQuestion, "waitingTopicId" | "asked" | "isAsked"> {
  const isDone = (topic: BankTopic): boolean =>
    topic.state === "discussed" || (topic.talkedIn ?? []).length > 0;
  const done = topics.filter(isDone);
  const waiting = topics.find((topic) => topic.state === "open" || topic.state === "parked");
  return {
    waitingTopicId: waiting?.id ?? null,
    asked: done.toReversed().map((topic) => ({
      topicId: topic.id,
      meetingId: topic.discussedIn ?? topic.talkedIn?.at(-1) ?? null,
      answer: topic.answer ?? "",
    })),
    isAsked: done.some((topic) => !topic.askAgain),
  };
}

/** The sets that suit a meeting, the best first. What the person added themselves suits every one. */
const suits: Record<MeetingKind, readonly string[]> = {
  kickoff: ["getToKnow"],
  mentorKickoff: ["getToKnow", "mentor"],
  checkIn: ["stuck", "feedback", "sensitive"],
  review: ["feedback", "stopStart", "stuck"],
  calibration: ["stopStart", "feedback"],
  final: ["closing"],
  keepInTouch: ["getToKnow", "sensitive"],
  adHoc: ["getToKnow", "stuck", "sensitive"],
};

/**
 * What may be asked in a meeting and was not yet: one's own questions first, then of the sets that suit it.
 * @param most how many
 */
export function suggestedQuestions(
  bank: readonly BankQuestion[],
  meeting: { kind: MeetingKind; role: Role },
  most: number,
): BankQuestion[] {
  const mentorFirst = meeting.role === "mentor" ? ["mentor"] : [];
  const forMentees = meeting.role === "mentor" ? ["sensitive"] : [];
  const sets = [...mentorFirst, ...suits[meeting.kind].filter((set) => !forMentees.includes(set))];
  const open = bank.filter((each) => !each.hidden && !each.isAsked && !each.waitingTopicId);
  const own = open.filter((each) => each.key === null);
  const shipped = sets.flatMap((set) => open.filter((each) => each.key !== null && each.set === set));
  return [...new Set([...own, ...shipped])].slice(0, most);
}
