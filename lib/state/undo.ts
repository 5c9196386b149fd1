import { i18n } from "#i18n";
import { undo } from "@/lib/db/undo.ts";
import { nextRedo, nextUndo } from "@/lib/db/undoable.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { perform, say, toast } from "./acts.ts";
import { db } from "./database.ts";
import { fail, failure } from "./failure.ts";

/**
 * Takes back one act: what the toast speaks of, or what the undo key found.
 * @param redo the act took something back itself, so that this does it again
 */
export async function undoAct(act: Id, said: string, redo = false): Promise<void> {
  toast.value = null;
  await perform(() => undo(db, act), said, !redo);
}

let underWay = Promise.resolve();

/** Takes back the last act, or does again what was taken back last: what the keys ask for, one press after the other. */
export function undoByKey(what: "undo" | "redo"): Promise<void> {
  underWay = underWay.then(() => step(what)).catch((error: unknown) => fail("act", error));
  return underWay;
}

async function step(what: "undo" | "redo"): Promise<void> {
  const redo = what === "redo";
  const next = redo ? await nextRedo(db) : await nextUndo(db);
  // A whole mentorship is not taken away by one key too many.
  if (!next || (!redo && next.did === "startMentorship")) {
    failure.value = null;
    say(i18n.t(redo ? "said.nothingToRedo" : "said.nothingToUndo"));
    return;
  }
  // Loaded apart: most pages are read and closed again.
  const { deeds } = await import("@/lib/domain/deeds.ts");
  const deed = deeds.find((each) => each === next.did);
  const words = i18n.t(deed ? `deeds.${deed}` : "deeds.other");
  await undoAct(next.act, i18n.t(redo ? "said.didAgain" : "said.tookBack", [words]), redo);
}
