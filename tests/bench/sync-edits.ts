import { v7 as uuid } from "uuid";
import { applyWrite } from "@/lib/domain/change.ts";
import type { Milestone } from "@/lib/domain/milestone.ts";
import type { Row } from "@/lib/sync/fold.ts";
import type { Op } from "@/lib/sync/op.ts";
import { opOfChange } from "@/lib/spaces/ops.ts";
import { chanceFrom, oneOf } from "../random-rows.ts";

/** Two browsers of one person: who wrote which part does not matter to the others. */
const writers = [uuid(), uuid()];
const me = "me";
const edited = [
  "title",
  "worked",
  "didNot",
  "adjust",
  "title",
  "worked",
  "didNot",
  "adjust",
  "title",
] as const;

export interface Edits {
  ops: readonly Op[];
  /** What they are in the end, by id. */
  rows: ReadonlyMap<string, Row>;
}

/**
 * Edits as the product writes them, one field each after the one that makes the row, the rows in turn: so many rows, each
 * edited ten times. Ids are those of the product, words those of a text.
 * @param prose is cut into pieces of three to twelve words
 */
export function milestoneEdits(rowCount: number, prose: string, editsEach = 10): Edits {
  const chance = chanceFrom(7);
  const words = prose.split(/\s+/).filter(Boolean);
  const some = (): string => {
    const from = Math.floor(chance() * (words.length - 12));
    return words.slice(from, from + 3 + Math.floor(chance() * 10)).join(" ");
  };
  const of = { mentorshipId: uuid(), goalId: uuid() };
  const ids = Array.from({ length: rowCount }, () => uuid());
  const rows = new Map<string, Row>();
  const ops: Op[] = [];
  const began = Date.now() - rowCount * editsEach;
  let last: Op["stamp"] | undefined;
  for (let round = 0; round < editsEach; round += 1) {
    for (const [index, id] of ids.entries()) {
      const number = ops.length;
      const field = edited[(round + index) % edited.length] ?? "title";
      const born: Partial<Milestone> = {
        ...of,
        title: some(),
        owner: oneOf(chance, ["me", "them"]),
        order: index,
      };
      const change: Partial<Milestone> = round === 0 ? born : { [field]: `${some()} ${number}` };
      const applied = applyWrite(
        rows.get(id),
        { table: "milestones", id, patch: change },
        {
          now: began + number,
          writer: writers[(Math.floor(number / 500) + round) % 2] ?? "",
          author: me,
          act: uuid(),
          did: round === 0 ? "addMilestone" : "editMilestone",
          last,
        },
      );
      if (!applied) continue;
      rows.set(id, applied.row);
      ops.push(opOfChange(applied.change, me));
      last = applied.change.stamp;
    }
  }
  return { ops, rows };
}
