import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import {
  addExpectation,
  editExpectation,
  expectationsOf,
  type ExpectationWords,
  lookAtExpectation,
  removeExpectation,
  setExpectationsInterval,
  setExpectationState,
} from "@/lib/db/expectations.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { lookedAt } from "@/lib/db/review-records.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import type { Expectation } from "@/lib/domain/expectation.ts";
import { staleExpectations } from "@/lib/domain/review-due.ts";
import type { ExpectationState } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerShort } from "./partner-name.ts";

async function readExpectations() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  return { ...focused, rows: await expectationsOf(db, focused.mentorship.id) };
}

function viewOf(read: NonNullable<Awaited<ReturnType<typeof readExpectations>>>, day: Day) {
  const everyWeeks = read.mentorship.expectationsEveryWeeks ?? null;
  const stale = staleExpectations(read.rows, everyWeeks, day, localTimeZone());
  const staleIds = new Set(stale.map(({ id }) => id));
  return {
    mentorshipId: read.mentorship.id,
    partnerName: partnerShort(read),
    today: day,
    everyWeeks,
    rows: read.rows.map((row) => ({ row, state: row.state ?? "open", stale: staleIds.has(row.id) })),
    /** Not looked at for the agreed time, the longest first. */
    stale: stale.map(({ about }) => about),
  };
}

export type ExpectationsView = ReturnType<typeof viewOf>;
export type ExpectationView = ExpectationsView["rows"][number];

/** What each of the two expects, side by side, and how it fits together. */
export function createExpectations() {
  const read = liveSignal(readExpectations);
  const view = computed(() => read.value && viewOf(read.value, today.value));
  return {
    view,
    add(mentorshipId: Id, words: ExpectationWords): Promise<Failure | null> {
      return performInForm(() => addExpectation(db, mentorshipId, words), i18n.t("expectations.said.added"));
    },
    edit(id: Id, edit: ExpectationWords & { reason?: string }): Promise<Failure | null> {
      return performInForm(() => editExpectation(db, id, edit), i18n.t("expectations.said.saved"));
    },
    remove({ id, about }: Pick<Expectation, "id" | "about">): Promise<boolean> {
      return perform(() => removeExpectation(db, id), i18n.t("expectations.said.removed", [about]));
    },
    setState({ id, about }: Pick<Expectation, "id" | "about">, state: ExpectationState): Promise<boolean> {
      const topic = i18n.t("expectations.topic", [about]);
      return perform(
        () => setExpectationState(db, id, { state, on: today.peek(), topic }),
        i18n.t(`expectations.said.${state}`),
      );
    },
    lookedAt(id: Id): Promise<boolean> {
      return perform(() => lookAtExpectation(db, id, today.peek()), i18n.t("lookAgain.said"));
    },
    lookedAtAll(recordId: Id): Promise<boolean> {
      return perform(
        () => lookedAt(db, { subject: "expectationsReview", recordId }, today.peek()),
        i18n.t("expectations.said.lookedAtAll"),
      );
    },
    setInterval(mentorshipId: Id, weeks: number | null): Promise<boolean> {
      return perform(
        () => setExpectationsInterval(db, mentorshipId, weeks),
        i18n.t("expectations.said.interval"),
      );
    },
  };
}

export type ExpectationsModel = ReturnType<typeof createExpectations>;
export type { ExpectationWords };
