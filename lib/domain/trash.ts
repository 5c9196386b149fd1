import type { Id, Instant } from "./envelope.ts";
import type { TableName } from "./records.ts";

/** What is in the trash stays there so long. */
export const trashDays = 30;

/** Something in the trash, with all that belongs to it. */
export interface TrashItem {
  table: TableName;
  id: Id;
  title: string;
  deletedAt: Instant;
  /** How many records of each table come and go with it, itself not counted. */
  contents: Partial<Record<TableName, number>>;
}
