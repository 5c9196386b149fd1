import type { MilepostDb } from "./database.ts";

/** LevelDB begins a new log after 4 MB. */
const bytes = 5_000_000;
/** Small enough to stay out of files of its own. */
const pieceBytes = 20_000;

/**
 * Makes Chromium put what it holds into a table and begin a new log.
 *
 * When the disk runs full the last entry of LevelDB's log is cut off. The next start reads up to there and goes on
 * behind it; the one after that finds the torn entry in the middle, takes the whole database for broken and makes an
 * empty one (measured with Chromium 156: all rows gone at the second start, none when the log was renewed in between).
 * Writes noise, since values are compressed, and takes it away in the same transactions.
 */
export async function renewLog(db: MilepostDb): Promise<void> {
  for (let written = 0; written < bytes; written += 50 * pieceBytes) {
    const transaction = db.backendDB().transaction("drafts", "readwrite", { durability: "relaxed" });
    const drafts = transaction.objectStore("drafts");
    for (let count = 0; count < 50; count += 1) {
      const text = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(pieceBytes)));
      drafts.put({ id: "renew-log", kind: "noise", text, updatedAt: 0 });
    }
    drafts.delete("renew-log");
    await new Promise((resolve, reject) => {
      transaction.addEventListener("complete", resolve);
      transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("aborted")));
    });
  }
}
