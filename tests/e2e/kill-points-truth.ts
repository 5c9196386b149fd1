import type { WholeDatabase } from "@/tests/harness/whole-database.ts";

/** Typed within this time before the browser was killed may be lost. */
export const loseableMs = 2_000;

type Table = "commitments" | "entries" | "goals" | "milestones";

/** A record as a surface shows it. */
export interface Shown {
  /** Its title or text, like that of no other record. */
  words: string;
  /** Fields that the edit has set; a function tells whether the value will do. */
  fields: Record<string, unknown>;
}

/** A record that the test has made: as it was last acknowledged, and what it is being changed to. */
export interface Thing {
  table: Table;
  now: Shown | null;
  next: Shown | null;
  /** While it is being typed its words are in a draft too; when its last key was pressed, epoch ms. */
  draftedAt?: number;
}

/** Words that are being typed where each key is kept. `keys` says how much had been typed when. */
export interface Typing {
  /** What stood there before. */
  before: string;
  /** With the key that may not have arrived. */
  all: string;
  keys: { length: number; at: number }[];
}

export function typing(before: string): Typing {
  return { before, all: before, keys: [] };
}

/** What must still be there of what was typed, if everything up to `until` (epoch ms) is. */
export function sureOf(typed: Typing, until: number): string {
  const last = typed.keys.findLast((key) => key.at <= until);
  return last ? typed.all.slice(0, last.length) : typed.before;
}

/** What the test knows to be stored, since a surface has said so. */
export function createTruth() {
  const things: Thing[] = [];
  return {
    things,
    /** Changes a thing in a surface; it is acknowledged when `act` resolves. */
    async change(thing: Thing, next: Shown, act: () => Promise<void>): Promise<void> {
      if (!things.includes(thing)) things.push(thing);
      thing.next = next;
      await act();
      thing.now = next;
      thing.next = null;
    },
    /**
     * What is not as a surface has said. Where the kill came before the answer, both states are right, and the one that
     * is found is taken for the truth from here on.
     * @param killedAt of a browser that was killed, epoch ms
     */
    lost(all: WholeDatabase, killedAt?: number): string[] {
      const problems: string[] = [];
      const drafts = (all["drafts"] ?? []).map((row) => String(row["text"])).join("\n");
      for (const thing of things.slice()) {
        const found = [thing.next, thing.now].find((shown) => shown && matches(all, thing.table, shown));
        if (found) thing.now = found;
        else if (thing.now) problems.push(`${thing.table} should hold ${JSON.stringify(thing.now)}`);
        else {
          const { words = "" } = thing.next ?? {};
          const loseable = killedAt !== undefined && killedAt - (thing.draftedAt ?? 0) < loseableMs;
          if (thing.draftedAt !== undefined && !loseable && !drafts.includes(words)) {
            problems.push(
              `"${words}" of ${thing.table} is neither added nor a draft, the drafts are: ${drafts}`,
            );
          }
          things.splice(things.indexOf(thing), 1);
        }
        thing.next = null;
      }
      return problems;
    },
  };
}

export type Truth = ReturnType<typeof createTruth>;

/** There is exactly one such record, and it is not in the trash. */
function matches(all: WholeDatabase, table: Table, { words, fields }: Shown): boolean {
  const rows = (all[table] ?? []).filter((row) => (row["title"] ?? row["text"]) === words);
  const [row] = rows;
  return (
    rows.length === 1 &&
    row !== undefined &&
    !row["deletedAt"] &&
    Object.entries(fields).every(([field, value]) =>
      typeof value === "function" ? Boolean(value(row[field])) : (row[field] ?? null) === value,
    )
  );
}
