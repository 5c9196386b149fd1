import { signal } from "@preact/signals";
import { dropAside, keepAside, keptAside } from "@/lib/browser/lifeboat-store.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Castaway } from "@/lib/domain/lifeboat.ts";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import { db } from "./database.ts";

/** What is written while the database does not open. Kept from the first key, whether it is finished or not. */
export function createAside(meetingId: Id | null = null) {
  const text = signal("");
  const kind = signal<CaptureKind>("thought");
  const note = signal("");
  /** What is kept, oldest first, without what is being written here. */
  const kept = signal<readonly Castaway[]>([]);
  const said = signal(false);
  const failed = signal(false);
  let lineId = db.newId();
  const noteId = db.newId();

  const read = async (): Promise<void> => {
    kept.value = (await keptAside()).filter(({ id }) => id !== lineId && id !== noteId);
  };
  const attempt = (doing: Promise<void>): Promise<boolean> =>
    doing.then(
      () => {
        failed.value = false;
        return true;
      },
      (error: unknown) => {
        reportError("aside", error);
        failed.value = true;
        return false;
      },
    );
  const keepLine = (): Promise<boolean> => {
    const words = text.peek();
    if (!words.trim()) return attempt(dropAside(lineId));
    return attempt(
      keepAside({
        kind: "capture",
        id: lineId,
        at: db.now(),
        as: kind.peek(),
        text: words,
        mentorshipId: null,
        meetingId,
      }),
    );
  };
  void attempt(read());

  return {
    kept,
    said,
    failed,
    /** As the capture line of every surface. */
    line: {
      text,
      kind,
      restored: signal(false),
      type(value: string): void {
        text.value = value;
        said.value = false;
        void keepLine();
      },
      choose(value: CaptureKind): void {
        kind.value = value;
        void keepLine();
      },
      async add(): Promise<boolean> {
        if (!text.peek().trim() || !(await keepLine())) return false;
        lineId = db.newId();
        text.value = "";
        said.value = true;
        return attempt(read());
      },
    },
    note,
    typeNote(value: string): void {
      note.value = value;
      void attempt(
        value.trim()
          ? keepAside({ kind: "note", id: noteId, at: db.now(), text: value, meetingId })
          : dropAside(noteId),
      );
    },
  };
}

export type AsideModel = ReturnType<typeof createAside>;
