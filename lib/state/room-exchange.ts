import { type ReadonlySignal, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { appVersion } from "@/lib/browser/about.ts";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { allMentorships, focusMentorship } from "@/lib/db/mentorship-rows.ts";
import { shareChanges } from "@/lib/db/shared.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { opposite, type RoomInto, type RoomPreview } from "@/lib/domain/room-preview.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import { UserError, userErrorIn } from "@/lib/domain/user-error.ts";
import { decryptBackup, encryptBackup, encryptedMark } from "@/lib/formats/backup-encryption.ts";
import { say } from "./acts.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { partnerName } from "./partner-name.ts";
import type { RoomPort } from "./room-port.ts";
import { go } from "./route.ts";
import { changesOf, type RoomView } from "./room-view.ts";

/** A file that was opened and waits for a yes. */
export interface Opened extends RoomPreview {
  /** Who it may be from, the likeliest first; empty where that is known. */
  choices: readonly { id: Id; name: string }[];
}

/** Files out and in. */
export function createRoomExchange(port: RoomPort, view: ReadonlySignal<RoomView | null | undefined>) {
  const opened = signal<Opened | null>(null);
  const failed = signal<Failure | null>(null);
  const working = signal(false);
  /** The file that waits for its passphrase. */
  const locked = signal<File | null>(null);
  let content: Blob | null = null;

  /** One thing at a time. @returns whether it was done */
  const run = async (doing: () => Promise<void>): Promise<boolean> => {
    if (working.peek()) return false;
    working.value = true;
    failed.value = null;
    try {
      await doing();
      return true;
    } catch (error) {
      const known = userErrorIn(error);
      if (!known) reportError("room", error);
      failed.value = known?.code ?? "notSaved";
      return false;
    } finally {
      working.value = false;
    }
  };

  const preview = async (into?: Id): Promise<void> => {
    if (!content) return;
    const found = await port.previewRoom(db, content, into);
    const names = new Map(
      (await allMentorships(db)).map((each) => [each.mentorship.id, partnerName(each)] as const),
    );
    const choices = found.candidates.map((id) => ({ id, name: names.get(id) ?? "" }));
    opened.value = { ...found, choices };
  };

  const open = (file: File, passphrase: string): Promise<boolean> =>
    run(async () => {
      opened.value = null;
      content = await plainOf(file, passphrase);
      locked.value = null;
      await preview();
      // The likeliest is chosen at first; it can be changed before anything is taken in.
      const likeliest = opened.peek()?.candidates[0];
      if (likeliest !== undefined) await preview(likeliest);
    });

  return {
    opened,
    failed,
    working,
    locked,
    /**
     * Makes the file and hands it to the person.
     * @param passphrase empty for a file that anybody can open
     * @param withChanges what was changed of the originals since goes into it
     */
    make(passphrase: string, withChanges: boolean): Promise<boolean> {
      return run(async () => {
        const shown = view.peek();
        if (!shown) return;
        if (withChanges && shown.changedHere.length > 0) {
          await shareChanges(db, changesOf(shown.changedHere));
          void wake({ kind: "changed" });
        }
        const plain = await port.makeRoomFile(db, shown.mentorshipId, appVersion());
        const { roomFileName } = await import("./room-document.ts");
        const name = roomFileName(shown, passphrase ? "milepost.age" : "milepost");
        saveFile(passphrase ? await encryptBackup(plain, passphrase) : plain, name);
        say(i18n.t("room.said.made", [name]));
      });
    },
    async open(file: File): Promise<void> {
      locked.value = null;
      await open(file, "");
      if (failed.peek() !== "backupEncrypted") return;
      // The field that asks for the passphrase says so.
      failed.value = null;
      locked.value = file;
    },
    async unlock(passphrase: string): Promise<void> {
      const file = locked.peek();
      if (file) await open(file, passphrase);
    },
    /** Chooses the mentorship that the file belongs to; `null` for a new one. */
    choose(into: Id | null): Promise<boolean> {
      return run(() => preview(into ?? undefined));
    },
    close(): void {
      opened.value = null;
      locked.value = null;
      failed.value = null;
      content = null;
    },
    /** @param trusted the person says that another key is theirs */
    take(trusted: boolean): Promise<boolean> {
      return run(async () => {
        const file = opened.peek();
        if (!file) return;
        const { act, mentorshipId } = await file.take(intoOf(file), trusted);
        await focusMentorship(db, mentorshipId);
        opened.value = null;
        content = null;
        void wake({ kind: "changed" });
        say(i18n.t("room.said.opened", [shortName(file.from.name)]), act);
        // Of a mentorship that began with it there is nothing to see elsewhere.
        if (file.mentorshipId === null) go("/room");
      });
    },
  };
}

export type RoomExchangeModel = ReturnType<typeof createRoomExchange>;

function intoOf({ mentorshipId, from }: RoomPreview): RoomInto {
  if (mentorshipId !== null) return { mentorshipId };
  return { role: opposite(from.role), name: from.name, timeZone: localTimeZone() };
}

async function plainOf(file: File, passphrase: string): Promise<Blob> {
  if (!(await file.slice(0, encryptedMark.length).text()).startsWith(encryptedMark)) return file;
  if (!passphrase) throw new UserError("backupEncrypted");
  try {
    return await decryptBackup(file, passphrase);
  } catch (error) {
    throw userErrorIn(error)?.code === "backupChanged"
      ? new UserError("roomDamaged", { cause: error })
      : error;
  }
}
