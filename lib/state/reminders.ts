import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { addReminder, removeReminder } from "@/lib/db/reminders.ts";
import { remindersOf } from "@/lib/db/reminder-rows.ts";
import { instantOf, isDay, isTimeOfDay } from "@/lib/domain/civil-time.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { originPath } from "@/lib/domain/origin.ts";
import { recordTitle } from "@/lib/domain/record-title.ts";
import { type Remindable, remindables } from "@/lib/domain/remindable.ts";
import type { Reminder } from "@/lib/domain/reminder.ts";
import { snoozeChoicesAt } from "@/lib/domain/snooze.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import { lengthWords } from "@/lib/i18n/lead-words.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { untilWords } from "./due.ts";
import {
  createDueReminders,
  finishLine,
  focusLine,
  muteKind,
  muteKindHere,
  type ReminderLine,
  snoozeLine,
  snoozeLineUntil,
} from "./due-reminders.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { formDraft } from "./form-draft.ts";
import { perform } from "./acts.ts";
import { liveSignal } from "./live-signal.ts";
import { createReminderSwitch } from "./reminder-switch.ts";

/** The record that reminders are set on, with those that are. */
export interface AboutView {
  table: Remindable;
  id: Id;
  title: string;
  path: string;
  /** It has a date to be reminded before. */
  dated: boolean;
  reminders: { id: Id; when: string; text: string }[];
}

const rhythms = {
  everyDay: { count: 1, unit: "day" },
  everyWeek: { count: 1, unit: "week" },
  everyTwoWeeks: { count: 2, unit: "week" },
  everyMonth: { count: 1, unit: "month" },
} as const;

/** All reminders that are due; with `of` (`TABLE/ID`) those of one record, to see and to set. */
export function createReminders(of: string | null) {
  const record = of === null ? null : recordFrom(of);
  const empty = {
    how: "before" as "before" | "at",
    before: "",
    on: "",
    time: "09:00",
    again: "once",
    text: "",
    urgent: false,
  };
  const draft = signal({ ...empty });
  const kept = record && formDraft(`remind/${record.table}/${record.id}`);
  void kept?.read().then(({ before, on, time, again, text, how }) => {
    if (before === undefined && on === undefined && text === undefined) return;
    const typed = {
      before: before ?? "",
      on: on ?? "",
      time: time ?? "09:00",
      again: again ?? "once",
      text: text ?? "",
    };
    draft.value = { ...draft.value, ...typed, how: how === "at" ? "at" : "before" };
  });
  const about = record && liveSignal(() => readAbout(record), today);
  return {
    lines: createDueReminders(true),
    /** Asked for where somebody sets a reminder; without it the number and the lists tell. */
    notify: createReminderSwitch(),
    about,
    draft: computed(() => draft.value),
    type(changed: Partial<typeof empty>): void {
      draft.value = { ...draft.value, ...changed };
      const { urgent: _, ...words } = draft.value;
      kept?.keep(words);
    },
    async add(): Promise<Failure | null> {
      const { how, before, on, time, again, text, urgent } = draft.peek();
      const dated = about?.peek()?.dated ?? false;
      const every = again in rhythms ? rhythms[again as keyof typeof rhythms] : null;
      const once = !(dated && how === "before") && every === null;
      if (once && isDay(on) && isTimeOfDay(time) && instantOf(on, time, localTimeZone()) <= db.now())
        return "hasPassed";
      const form = { text, how: dated ? how : ("at" as const), before, on, time, every, urgent };
      const failure = await performInForm(
        async () => (await addReminder(db, record, form)).act,
        i18n.t("reminders.set.said"),
      );
      if (failure === null) {
        draft.value = { ...empty };
        kept?.keep({});
      }
      return failure;
    },
    remove(id: Id): Promise<boolean> {
      return perform(() => removeReminder(db, id), i18n.t("reminders.set.removed"));
    },
    snoozeChoices: () => snoozeChoicesAt(db.now(), localTimeZone()),
    finish: finishLine,
    snooze: snoozeLine,
    async snoozeUntil(
      line: ReminderLine,
      { on, time }: { on: string; time: string },
    ): Promise<Failure | null> {
      if (!isDay(on)) return "badDate";
      if (!isTimeOfDay(time)) return "badTime";
      const until = instantOf(on, time, localTimeZone());
      if (until <= db.now()) return "hasPassed";
      await snoozeLineUntil(line, until);
      return null;
    },
    follow: focusLine,
    mute: muteKind,
    muteHere: muteKindHere,
    whenOf: (at: Instant) => untilWords(at),
  };
}

export type RemindersModel = ReturnType<typeof createReminders>;

function recordFrom(of: string): { table: Remindable; id: Id } | null {
  const [name = "", ...rest] = of.split("/");
  const table = remindables.find((each) => each === name);
  const id = rest.join("/");
  return table && id ? { table, id } : null;
}

async function readAbout({ table, id }: { table: Remindable; id: Id }): Promise<AboutView | null> {
  const row = (await db.table(table).get(id)) as Record<string, unknown> | undefined;
  if (!row || row["deletedAt"]) return null;
  const reminders = await remindersOf(db, { table, id });
  return {
    table,
    id,
    title: recordTitle(table, row),
    path: originPath(table, id, row["goalId"]),
    dated: typeof row["dueOn"] === "string" || typeof row["startsTime"] === "string",
    reminders: reminders.map((each) => ({ id: each.id, text: each.text, when: whenWords(each) })),
  };
}

function whenWords({ beforeMinutes, on, time, every, unit }: Reminder): string {
  if (beforeMinutes != null) {
    return beforeMinutes === 0
      ? i18n.t("reminders.set.atStart")
      : i18n.t("reminders.set.leadBefore", [lengthWords(beforeMinutes)]);
  }
  const day = on ? shortDay(on, today.peek()) : "";
  const hour = time ? clockTime(time) : "";
  const rhythm = Object.entries(rhythms).find(([, each]) => each.count === every && each.unit === unit)?.[0];
  if (!rhythm) return i18n.t("reminders.set.atDay", [day, hour]);
  return i18n.t("reminders.set.repeats", [
    day,
    hour,
    i18n.t(`reminders.set.${rhythm as keyof typeof rhythms}`),
  ]);
}
