import type { MilepostDb } from "@/lib/db/database.ts";
import type { Recovery } from "@/lib/domain/health.ts";
import { reconcileFromMirror } from "@/lib/reminders/from-mirror.ts";
import type { ReminderPorts } from "@/lib/reminders/ports.ts";
import { reconcile } from "@/lib/reminders/reconcile.ts";
import { openProblem } from "./health.ts";

/**
 * Reminds of what is in the database, or, where it does not open or is not what it was, of what was mirrored of it: an
 * emptied one would take back every notice before the person has decided.
 * @param check what was found to be wrong, `null` if nothing was; throws where the database must not be read
 */
export async function remind(
  db: MilepostDb,
  ports: ReminderPorts,
  check: (db: MilepostDb) => Promise<Recovery | null>,
): Promise<void> {
  // Asked before, since only one at a time may check: a page that must say something is not to wait for this.
  const opens = (await openProblem(db)) === null;
  const sound =
    opens &&
    (await check(db).then(
      (found) => found === null,
      () => false,
    ));
  if (sound) await reconcile(db, ports);
  else await reconcileFromMirror(ports, db.now());
}
