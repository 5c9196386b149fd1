import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { editCommitment } from "@/lib/db/commitments.ts";
import type { addCapture } from "@/lib/db/entries.ts";
import type { MeetingForm } from "@/lib/db/meetings.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";
import { createDraft } from "./draft.ts";
import type { createFoundInNotes } from "./found-in-notes.ts";
import { keptText } from "./kept-text.ts";
import { createDraftLine } from "./meeting-draft-line.ts";
import type { MeetingRows, MeetingView } from "./meeting-view.ts";
import type { proposalOf } from "./next-proposal.ts";
import { once } from "./once.ts";
import { createStepTitles } from "./step-titles.ts";

const nextChoices = ["rhythm", "later", "other", "none"] as const;

/** When the two meet again. `other` has its day and time in fields of its own. */
export type NextChoice = (typeof nextChoices)[number];

/** A next step as it stands: taken down before, or read from the notes. */
export interface StepToKeep {
  row: Pick<Commitment, "id" | "title" | "owner" | "dueOn" | "must" | "atSeconds">;
  keep: boolean;
}

/**
 * The wrap-up: what was taken down becomes promises once it is confirmed here, in one act. Changes of a step are
 * written to the step at once; what is unticked is kept as a draft, also for when a finished wrap-up is opened again.
 * When the two meet again is a draft until the end.
 */
export function createWrapUp(
  meetingId: Id,
  rows: ReadonlySignal<MeetingRows | null | undefined>,
  view: ReadonlySignal<MeetingView | null | undefined>,
  add: typeof addCapture,
) {
  const dropped = signal<ReadonlySet<Id>>(new Set());
  const nextDraft = createDraft(`${meetingId}.next`, { choice: "", on: "", time: "" });
  /** A finished wrap-up was opened again. */
  const changing = signal(false);
  let lastEdit: Promise<boolean> | undefined;

  const store = keptText(`${meetingId}.wrap-up`, "wrap-up", (kept) => {
    dropped.value = new Set(kept.split("\n"));
  });
  const keep = (id: Id, kept: boolean): void => {
    const next = new Set(dropped.peek());
    if (kept) next.delete(id);
    else next.add(id);
    dropped.value = next;
    store([...next].join("\n"));
  };

  /** The reader of the notes comes with its dates in words, and only a wrap-up needs it. */
  const reader = signal<ReturnType<typeof createFoundInNotes> | null>(null);
  /** So does what proposes the next meeting. */
  const proposer = signal<{ of: typeof proposalOf } | null>(null);
  const found = computed(() =>
    (reader.value?.found.value ?? []).map((row) => ({ row, keep: !dropped.value.has(row.id) })),
  );

  const isStep = (row: Commitment): boolean =>
    row.meetingId === meetingId && (row.status === "proposed" || row.status === "open");
  const steps = computed<readonly StepToKeep[]>(() => [
    ...(rows.value?.commitments ?? [])
      .filter(isStep)
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map((row) => ({ row, keep: !dropped.value.has(row.id) })),
    ...found.value
      .filter(({ row }) => row.kind === "action")
      .map(({ row, keep: kept }) => ({
        row: {
          id: row.id,
          title: row.text,
          owner: row.owner ?? "me",
          dueOn: row.dueOn,
          must: row.must,
          atSeconds: row.atSeconds,
        },
        keep: kept,
      })),
  ]);
  const entries = computed(() => [
    ...(view.value?.captures ?? [])
      .filter((row) => row.table === "entries")
      .map((row) => ({ row, keep: !dropped.value.has(row.id) })),
    ...found.value.filter(({ row }) => row.kind !== "action"),
  ]);
  const count = computed(() => [...steps.value, ...entries.value].filter((each) => each.keep).length);
  const proposal = computed(() => proposer.value?.of(rows.value, view.value) ?? null);
  const next = computed<NextChoice>(() => {
    // It may be planned in another window, and then it is not asked for any more.
    if (view.value?.following) return "none";
    const chosen = nextChoices.find((choice) => choice === nextDraft.value.value.choice);
    return chosen ?? (proposal.value?.cadence ? "rhythm" : "none");
  });

  const nextForm = (): MeetingForm | null => {
    const offer = proposal.peek();
    if (!offer || next.peek() === "none") return null;
    if (next.peek() === "rhythm") return offer.rhythm;
    if (next.peek() === "later") return offer.later;
    const { on, time } = nextDraft.value.peek();
    return { ...offer.rhythm, on, time, timeZone: view.peek()?.timeZone ?? "UTC" };
  };

  /** Writes a next step down, which waits for "Finish" like those that were captured. */
  const line = createDraftLine(`${meetingId}.step`, (words) =>
    perform(() => add(db, { kind: "action", text: words, mentorshipId: null, meetingId })),
  );

  const edit = async (
    id: Id,
    change: { title?: string; owner?: Owner; dueOn?: string; must?: boolean },
  ): Promise<boolean> => {
    if (found.peek().some(({ row }) => row.id === id)) {
      const { title, dueOn, ...rest } = change;
      reader.peek()?.edit(id, {
        ...rest,
        ...(title === undefined ? {} : { text: title }),
        ...(dueOn === undefined ? {} : { dueOn: dueOn || null }),
      });
      return true;
    }
    const edited = perform(() => editCommitment(db, id, change));
    lastEdit = edited;
    return edited;
  };

  const titles = createStepTitles(`${meetingId}.titles`);
  /** Takes a title as it was left; without words it is as it was. */
  const settleTitle = async (id: Id): Promise<boolean> => {
    const words = titles.typed.peek()[id];
    if (words === undefined) return true;
    const title = words.trim();
    const before = steps.peek().find(({ row }) => row.id === id)?.row.title;
    if (title && before !== undefined && title !== before && !(await edit(id, { title }))) return false;
    titles.settle(id, words);
    return true;
  };

  return {
    steps,
    entries,
    count,
    proposal,
    next,
    other: nextDraft.value,
    changing,
    keep,
    line,
    /** Something was read from the notes. */
    hasRead: computed(() => found.value.length > 0),
    /** Reads the notes and proposes the next meeting; called when the wrap-up is looked at. */
    async read(): Promise<void> {
      if (reader.peek()) return;
      const [notes, meetings] = await Promise.all([
        import("./found-in-notes.ts"),
        import("./next-proposal.ts"),
      ]);
      reader.value ??= notes.createFoundInNotes(meetingId, rows);
      proposer.value ??= { of: meetings.proposalOf };
    },
    edit,
    titles: titles.typed,
    /** A title is being rewritten. */
    retitle: titles.type,
    settleTitle,
    choose(choice: NextChoice): void {
      const offer = proposal.peek();
      const proposed =
        choice === "other" && !nextDraft.value.peek().on && offer
          ? { on: offer.rhythmOn, time: offer.localTime }
          : {};
      nextDraft.set({ choice, ...proposed });
    },
    chooseOther(change: Partial<{ on: string; time: string }>): void {
      nextDraft.set(change);
    },
    finish: once(async (): Promise<boolean> => {
      // What stands in the line was meant as a step, with or without Enter.
      if (line.text.peek()?.trim() && !(await line.commit())) return false;
      // A title that was still being written when the panel was closed is shown, and meant, as it was left.
      for (const { row } of steps.peek()) if (!(await settleTitle(row.id))) return false;
      const done = await perform(async () => {
        // A field that is left by the click on "Finish" is still being written; only then is it a promise.
        await lastEdit;
        // Loaded when it is needed: the panel opens with notes.
        const { finishWrapUp } = await import("@/lib/db/wrap-up.ts");
        const act = await finishWrapUp(db, meetingId, {
          droppedIds: [...dropped.peek()],
          found: found.peek().flatMap(({ row, keep: kept }) => (kept ? [row] : [])),
          next: nextForm(),
          again: changing.peek(),
        });
        if (act === null) throw new UserError("wrappedUpAlready");
        return act;
      }, i18n.t("wrapUp.saidFinished"));
      if (done) {
        changing.value = false;
        nextDraft.clear();
        // What was refused stays so: the notes still say it when this is opened again, and undo brings a step back.
        reader.peek()?.clear();
      }
      return done;
    }, false),
    change(): void {
      changing.value = true;
    },
    stopChanging(): void {
      changing.value = false;
    },
  };
}

export type WrapUpModel = ReturnType<typeof createWrapUp>;
