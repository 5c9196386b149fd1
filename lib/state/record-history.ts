import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { recordHistory, restoreValues } from "@/lib/db/history.ts";
import { meetingsOf } from "@/lib/db/meeting-rows.ts";
import { mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { historyOf, valuesAfter } from "@/lib/domain/history.ts";
import { type HistoryField, historyFields, withCompanions } from "@/lib/domain/history-fields.ts";
import { meetingDuring } from "@/lib/domain/meeting-during.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { perform } from "./acts.ts";
import { titleWords } from "./checklist-words.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName, partnerShort } from "./partner-name.ts";

async function readHistory(table: TableName, id: Id) {
  const [history, people, identity, { all, focused }] = await Promise.all([
    recordHistory(db, table, id),
    db.people.toArray(),
    db.metaOf("identity"),
    mentorshipsInFocus(db),
  ]);
  if (!history) return null;
  const names = new Map(people.map((person) => [person.id, person.name]));
  const { row, log } = history;
  const view = all.find(({ mentorship }) => mentorship.id === (row["mentorshipId"] ?? id)) ?? focused;
  const fields: readonly string[] = historyFields(table);
  const partner = view ? partnerName(view) : "";
  const mentorshipId = row["mentorshipId"] ?? (table === "mentorships" ? id : undefined);
  const meetings = typeof mentorshipId === "string" ? await meetingsOf(db, mentorshipId) : [];
  const meetingId = table === "notes" ? row["meetingId"] : undefined;
  const meeting = typeof meetingId === "string" ? await db.meetings.get(meetingId) : undefined;
  return {
    log,
    /** A mentorship is known by the person it is with, notes by their meeting. */
    title: (table === "mentorships" && partner) || meeting?.title || titleWords(table, row),
    inTrash: Boolean(row["deletedAt"]),
    partnerName: view ? partnerShort(view) : "",
    entries: historyOf(log, (field) => fields.includes(field)).map((entry) => ({
      ...entry,
      /** `null` for oneself, empty for somebody who is not known here. */
      by: entry.author === identity?.me ? null : (names.get(entry.author) ?? ""),
      /** The meeting that ran when it was done; of a meeting and its notes that goes without saying. */
      meeting: table === "meetings" || table === "notes" ? undefined : meetingDuring(meetings, entry.at),
    })),
  };
}

export type RecordHistoryView = NonNullable<Awaited<ReturnType<typeof readHistory>>>;
export type RecordHistoryEntry = RecordHistoryView["entries"][number];

/** The history of one record: what each act made of it, and any earlier value brought back. */
export function createRecordHistory(table: TableName, id: Id) {
  const view = liveSignal(() => readHistory(table, id));
  return {
    table,
    view,
    today: computed(() => today.value),
    /** Gives a field, and what goes with it, the value that an act left it with. */
    restore(act: Id, field: HistoryField): Promise<boolean> {
      const log = view.peek()?.log ?? [];
      return perform(
        () => restoreValues(db, table, id, valuesAfter(log, act, withCompanions(field))),
        i18n.t("history.restored"),
      );
    },
  };
}

export type RecordHistoryModel = ReturnType<typeof createRecordHistory>;
