import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { type Occurrence, occurrenceId } from "@/lib/domain/occurrences.ts";
import type { ReminderPorts } from "./ports.ts";

/** Where it is written down what was announced. */
export interface Ledger {
  /** Takes what nobody has announced, so that of two runs only one gets each. */
  claim(due: readonly Occurrence[], now: Instant): Promise<Occurrence[]>;
  settle(occurrences: readonly Occurrence[], noticeId: Id, state: Delivery["state"]): Promise<void>;
}

/** More than this many at once are said in one notice. */
const singleNotices = 3;
/** What is later than this was missed while the browser was closed or asleep, and is grouped. */
const lateMs = 10 * 60_000;

/** Announces what is due and was not announced yet. */
export async function announce(
  ledger: Ledger,
  ports: ReminderPorts,
  due: readonly Occurrence[],
  now: number,
): Promise<void> {
  if (due.length === 0) return;
  const mayNotify = await ports.mayNotify();
  const claimed = await ledger.claim(due, now);
  if (claimed.length === 0) return;
  if (!mayNotify) {
    for (const each of claimed) await ledger.settle([each], occurrenceId(each), "badge");
    return;
  }
  const late = claimed.filter((occurrence) => now - occurrence.at > lateMs);
  const grouped = late.length > singleNotices ? late : claimed.length > singleNotices ? claimed : [];
  const single = claimed.filter((occurrence) => !grouped.includes(occurrence));
  for (const notice of [grouped, ...single.map((each) => [each])]) {
    const [first] = notice;
    if (!first) continue;
    // Named after its first occurrence, so a run that repeats after a crash replaces the notice.
    const id = occurrenceId(first);
    await ledger.settle(notice, id, (await ports.notify(id, notice)) ? "shown" : "badge");
  }
}
