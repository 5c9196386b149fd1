import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import type { ReflectionPrompt } from "@/lib/content/activities.ts";
import { type BecameTable, makeOfLine } from "@/lib/db/became.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { addExpected, editExpected, removeExpected } from "@/lib/db/expected.ts";
import { focusNextMeetingOn } from "@/lib/db/focus.ts";
import { addGoal, editGoal, removeGoal } from "@/lib/db/goals.ts";
import {
  addInventoryItem,
  editInventoryItem,
  hideInventoryItem,
  keepOnlyHere,
  markUsed,
  removeInventoryItem,
  sayAsEverywhere,
  sayEverywhere,
} from "@/lib/db/inventory.ts";
import { orderLines, type OrderedTable } from "@/lib/db/lines.ts";
import { editSelf, editSurroundings } from "@/lib/db/self.ts";
import { addTopic } from "@/lib/db/topics.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { generalKinds } from "@/lib/domain/inventory-lines.ts";
import { movedTo } from "@/lib/domain/line-order.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { once } from "./once.ts";
import { createPrepareDrafts } from "./prepare-drafts.ts";
import { type Line, type NotedLine, prepareViewOf, readPrepare } from "./prepare-read.ts";
import { createSkillActs } from "./prepare-skills.ts";

export type { GoalLine, Line, NotedLine, PrepareView, SkillView } from "./prepare-read.ts";

/** What one brings to a mentorship and takes from it, noted down before and looked at again. */
export function createPrepare() {
  const rows = liveSignal(readPrepare);
  const view = computed(() => rows.value && prepareViewOf(rows.value, today.value));
  const drafts = createPrepareDrafts();
  const here = (): Id => view.peek()?.mentorshipId ?? "";
  const saved = (doing: () => Promise<Id | null>): Promise<Failure | null> =>
    performInForm(doing, i18n.t("prepare.said.saved"));
  const said = (doing: () => Promise<Id | null>, words: string): Promise<boolean> => perform(doing, words);

  return {
    view,
    drafts,
    skills: createSkillActs(here),

    writeRole: (role: string) => saved(() => editSelf(db, { role })),
    writeAmbition: (ambition: string) => saved(() => editSelf(db, { ambition })),
    writeTargetRole: (targetRole: string) => saved(() => editSurroundings(db, here(), { targetRole })),
    writeContext: (context: string) => saved(() => editSurroundings(db, here(), { context })),

    note(kind: InventoryKind, text: string): Promise<Failure | null> {
      const shown = view.peek();
      const mentorshipId = generalKinds.includes(kind) && !shown?.isSample ? null : here();
      return performInForm(() => addInventoryItem(db, { mentorshipId, kind, text }));
    },
    editNoted: (line: NotedLine, text: string, onlyHere: boolean) =>
      saved(() => editInventoryItem(db, here(), line.id, { text, onlyHere })),
    removeNoted: (line: NotedLine) =>
      said(
        () => removeInventoryItem(db, here(), line.id),
        i18n.t(line.of.reach === "all" ? "prepare.said.removedEverywhere" : "prepare.said.removed", [
          line.text,
        ]),
      ),
    hide: (line: Pick<NotedLine, "id">) =>
      said(() => hideInventoryItem(db, here(), line.id, true), i18n.t("prepare.said.hidden")),
    showAgain: (id: Id) => said(() => hideInventoryItem(db, here(), id, false), i18n.t("prepare.said.shown")),
    keepOnlyHere: (line: NotedLine) =>
      said(() => keepOnlyHere(db, here(), line.id), i18n.t("prepare.said.onlyHere")),
    sayEverywhere: (line: NotedLine) =>
      said(() => sayEverywhere(db, line.id), i18n.t("prepare.said.everywhere")),
    sayAsEverywhere: (line: NotedLine) =>
      said(() => sayAsEverywhere(db, here(), line.id), i18n.t("prepare.said.asEverywhere")),
    markUsed: (line: NotedLine, on: Day | null, meetingId: Id | null) =>
      said(
        () => markUsed(db, here(), line.id, { on, meetingId }),
        i18n.t(on ? "prepare.said.used" : "prepare.said.unused"),
      ),
    makeOf: (line: NotedLine, table: BecameTable) =>
      said(() => makeOfLine(db, here(), line.id, table), i18n.t(`prepare.said.became.${table}`)),

    expect: (of: "me" | "them", about: string, text: string) =>
      performInForm(() => addExpected(db, here(), { of, about, text })),
    editExpected: (line: Line, text: string) => saved(() => editExpected(db, line.id, text)),
    removeExpected: (line: Line) =>
      said(() => removeExpected(db, line.id), i18n.t("prepare.said.removed", [line.text])),

    addGoal: (text: string) => performInForm(async () => (await addGoal(db, here(), text)).act),
    editGoal: (line: Line, title: string) => saved(() => editGoal(db, line.id, { title })),
    removeGoal: (line: Line) =>
      said(() => removeGoal(db, line.id), i18n.t("prepare.said.removed", [line.text])),

    /** Moves a line to another place of its list, counted from 0. */
    move(lines: readonly Line[], line: Line, to: number): Promise<boolean> {
      const ids = lines.map(({ id }) => id);
      const place = Math.min(Math.max(to, 0), ids.length - 1);
      if (ids[place] === line.id) return Promise.resolve(false);
      return said(
        () => orderLines(db, line.origin.table as OrderedTable, movedTo(ids, line.id, place)),
        i18n.t("prepare.said.moved", [String(place + 1), String(ids.length)]),
      );
    },
    /** Puts a line on the agenda of the next meeting, once. */
    discuss: (line: Line) =>
      said(
        () => addTopic(db, here(), topicTitle(line.text), "topic", line.origin),
        i18n.t("goals.said.onAgenda"),
      ),

    /** Makes something to be developed what the next meeting is for. */
    focusOn: (line: Line) =>
      said(() => focusNextMeetingOn(db, here(), line.text, line.origin), i18n.t("brief.saidFocus")),

    /** Saves a reflection under its question; it stands in the journal with its day, and the next question is asked. */
    reflect: once(async (question: string, next: ReflectionPrompt): Promise<Failure | null> => {
      const form = drafts.reflection(here());
      const words = form.value.peek();
      if (!words.text.trim()) return "emptyText";
      const text = `${question}\n\n${words.text.trim()}`;
      const problem = await performInForm(
        () => addCapture(db, { kind: "reflection", text, mentorshipId: here() }),
        i18n.t("prepare.said.reflected"),
      );
      // What was typed while it was being saved is the next one and stays.
      if (!problem && form.value.peek() === words) form.set({ prompt: next, text: "" });
      return problem;
    }, null),
  };
}

export type PrepareModel = ReturnType<typeof createPrepare>;
