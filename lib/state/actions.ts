import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import {
  addCommitment,
  completeCommitment,
  editCommitment,
  neededFor,
  removeCommitment,
  reopenCommitment,
} from "@/lib/db/commitments.ts";
import { commitmentsOf } from "@/lib/db/commitment-rows.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { isDue } from "@/lib/domain/due.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { type SnoozeChoice, snoozeChoicesAt } from "@/lib/domain/snooze.ts";
import { type Owner, owners } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { localTimeZone, minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { createDraft } from "./draft.ts";
import { snoozeDue } from "./due.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { once } from "./once.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerShort } from "./partner-name.ts";

/** What was done in the last days is shown, so that a tick too many is found again. */
const doneForMs = 14 * 86_400_000;
const shownDone = 20;

async function readActions() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { mentorship } = focused;
  const [commitments, meetings, needs] = await Promise.all([
    commitmentsOf(db, mentorship.id),
    meetingsOf(db, mentorship.id),
    neededFor(db),
  ]);
  return {
    mentorshipId: mentorship.id,
    partnerName: partnerShort(focused),
    commitments,
    needs,
    meetings: new Map(meetings.map((meeting) => [meeting.id, meeting.title])),
  };
}

type Read = NonNullable<Awaited<ReturnType<typeof readActions>>>;

/** A promise with the meeting it was made in. */
export interface ActionItem {
  commitment: Commitment;
  meeting: { id: Id; title: string } | null;
  /** The need that it was made of. */
  madeOf: string | null;
  /** Put off until this instant. */
  putOffUntil: Instant | null;
}

function viewOf(read: Read, filter: Owner | null, day: Day, now: Instant) {
  const items = read.commitments
    .filter((commitment) => !filter || commitment.owner === filter)
    .map((commitment): ActionItem => {
      const title = commitment.meetingId ? read.meetings.get(commitment.meetingId) : undefined;
      const until = commitment.snoozedUntilAt ?? 0;
      return {
        commitment,
        meeting: commitment.meetingId && title ? { id: commitment.meetingId, title } : null,
        madeOf: read.needs.get(commitment.id) ?? null,
        putOffUntil: until > now ? until : null,
      };
    })
    .toSorted((a, b) => byDay(a.commitment, b.commitment));
  const open = items.filter(({ commitment }) => commitment.status === "open");
  const mine = open.filter(({ commitment }) => commitment.owner !== "them");
  return {
    mentorshipId: read.mentorshipId,
    partnerName: read.partnerName,
    today: day,
    due: mine.filter(({ commitment }) => isDue(commitment, day, now)),
    later: mine.filter(({ commitment }) => commitment.dueOn && !isDue(commitment, day, now)),
    undated: mine.filter(({ commitment }) => !commitment.dueOn),
    theirs: open.filter(({ commitment }) => commitment.owner === "them"),
    proposed: items.filter(({ commitment }) => commitment.status === "proposed"),
    done: items
      .filter(({ commitment }) => commitment.status === "done" && (commitment.doneAt ?? 0) > now - doneForMs)
      .toSorted((a, b) => (b.commitment.doneAt ?? 0) - (a.commitment.doneAt ?? 0))
      .slice(0, shownDone),
    none: read.commitments.length === 0,
    /** There is something, but not of whom is looked for. */
    nothing: items.length === 0 && read.commitments.length > 0,
    mixed: new Set(read.commitments.map((commitment) => commitment.owner)).size > 1,
  };
}

export type ActionsView = ReturnType<typeof viewOf>;

/** What a promise is, as a form gives it. */
export type ActionForm = { title: string; owner: string; dueOn: string; must: boolean };

/** The promises of both: what was promised by whom, and by when. */
export function createActions() {
  const rows = liveSignal(readActions);
  const filter = signal<Owner | null>(null);
  const view = computed(() => rows.value && viewOf(rows.value, filter.value, today.value, minute.value));
  /** The line that adds one, kept from its first key. */
  const draft = createDraft<ActionForm>("actions.new", { title: "", owner: "me", dueOn: "", must: true });
  return {
    view,
    /** Whose promises are shown, `null` for all. */
    filter,
    draft,
    snoozeChoices: () => snoozeChoicesAt(db.now(), localTimeZone()),
    add: once(async (): Promise<Failure | null> => {
      const form = draft.value.peek();
      const mentorshipId = view.peek()?.mentorshipId ?? null;
      const problem = await performInForm(
        async () => (await addCommitment(db, { mentorshipId, ...form, owner: ownerOf(form.owner) })).act,
        i18n.t("actions.said.added"),
      );
      // What was typed while it was being saved is the next one and stays.
      if (!problem && draft.value.peek() === form) draft.clear();
      return problem;
    }, null),
    edit(commitment: Pick<Commitment, "id" | "dueOn">, { dueOn, ...form }: ActionForm) {
      // A date that was not touched is not moved, and what was put off stays put off.
      const moved = dueOn === (commitment.dueOn ?? "") ? {} : { dueOn };
      return performInForm(
        () => editCommitment(db, commitment.id, { ...form, ...moved, owner: ownerOf(form.owner) }),
        i18n.t("actions.said.saved"),
      );
    },
    finish(item: Pick<Commitment, "id">): Promise<boolean> {
      return perform(() => completeCommitment(db, item.id), i18n.t("said.done"));
    },
    reopen(item: Pick<Commitment, "id">): Promise<boolean> {
      return perform(() => reopenCommitment(db, item.id), i18n.t("actions.said.reopened"));
    },
    /** Puts a promise on the agenda of the next meeting, once. */
    discuss({ id, title, mentorshipId }: Commitment): Promise<boolean> {
      if (!mentorshipId) return Promise.resolve(false);
      return perform(
        () => addTopic(db, mentorshipId, title, "topic", { table: "commitments", id }),
        i18n.t("goals.said.onAgenda"),
      );
    },
    snooze(item: Pick<Commitment, "id">, choice: SnoozeChoice): Promise<boolean> {
      return snoozeDue({ table: "commitments", id: item.id }, choice);
    },
    remove(item: Pick<Commitment, "id" | "title">): Promise<boolean> {
      return perform(() => removeCommitment(db, item.id), i18n.t("actions.said.removed", [item.title]));
    },
  };
}

export type ActionsModel = ReturnType<typeof createActions>;

function ownerOf(value: string): Owner {
  return owners.find((owner) => owner === value) ?? "me";
}

function byDay(a: Commitment, b: Commitment): number {
  const [x, y] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
  return x < y ? -1 : x > y ? 1 : a.createdAt - b.createdAt;
}
