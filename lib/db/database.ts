import { Dexie, type EntityTable, type Table } from "dexie";
import { v7 as uuid } from "uuid";
import type { Change } from "@/lib/domain/change.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Draft } from "@/lib/domain/draft.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Records } from "@/lib/domain/records.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { LastWords } from "./last-words.ts";

// A page that goes to the back/forward cache must not lose its connection before it has saved its last words.
Dexie.disableBfCache = true;

/** Rises with every released change of what rows look like. Stored in the database, so that older code refuses newer data. */
export const schemaVersion = 1;

/** Small facts of this browser, one row each, told apart by `key`. */
export type Meta =
  | { key: "identity"; writer: string; me: Id }
  | { key: "clock"; last: Stamp }
  | { key: "schema"; version: number }
  | { key: "focus"; mentorshipId: Id | null }
  /** What `removeSample` has to take away: people are those that came with it, `focusBefore` is absent if there was none. */
  | { key: "sample"; mentorshipId: Id; people: Id[]; focusBefore?: Id | null };

export type MetaOf<K extends Meta["key"]> = Extract<Meta, { key: K }>;

/**
 * The one database. Records are plain rows; the classes of Dexie end here.
 *
 * Strict durability: an edit that the person saw acknowledged is on disk. The result cache is off because the last
 * words of a closing editor are written natively, and a cached result would hide them.
 */
export class MilepostDb extends Dexie {
  people!: EntityTable<Records["people"], "id">;
  mentorships!: EntityTable<Records["mentorships"], "id">;
  goals!: EntityTable<Records["goals"], "id">;
  milestones!: EntityTable<Records["milestones"], "id">;
  meetings!: EntityTable<Records["meetings"], "id">;
  notes!: EntityTable<Records["notes"], "id">;
  topics!: EntityTable<Records["topics"], "id">;
  entries!: EntityTable<Records["entries"], "id">;
  commitments!: EntityTable<Records["commitments"], "id">;
  drafts!: EntityTable<Draft, "id">;
  lastWords!: EntityTable<LastWords, "id">;
  changes!: Table<Change, number>;
  deliveries!: EntityTable<Delivery, "id">;
  meta!: Table<Meta, Meta["key"]>;

  /** Epoch ms. Given from outside so that tests can stand at any time. */
  readonly now: () => Instant;
  readonly newId: () => Id;

  constructor(options: { name?: string; now?: () => Instant; newId?: () => Id } = {}) {
    super(options.name ?? "milepost", { chromeTransactionDurability: "strict", cache: "disabled" });
    this.now = options.now ?? (() => Date.now());
    this.newId = options.newId ?? (() => uuid());
    this.version(1).stores({
      people: "id",
      mentorships: "id",
      goals: "id, mentorshipId",
      milestones: "id, goalId, mentorshipId, [status+dueOn]",
      meetings: "id, mentorshipId, roomKey, [status+startsOn]",
      notes: "id, meetingId, mentorshipId",
      topics: "id, mentorshipId",
      entries: "id, mentorshipId, [mentorshipId+kind], meetingId",
      commitments: "id, mentorshipId, meetingId, [status+dueOn]",
      drafts: "id",
      lastWords: "id",
      changes: "++n, [table+id], act",
      deliveries: "id, dueAt",
      meta: "key",
    });
    // Dexie opens a newer database with older code without a word; the stored version is what stops us.
    this.on("ready", async () => {
      const schema = await this.meta.get("schema");
      if (schema?.key !== "schema" || schema.version === schemaVersion) return;
      if (schema.version > schemaVersion) throw new UserError("newerDatabase");
      await this.meta.put({ key: "schema", version: schemaVersion });
    });
  }

  /** One row of `meta`, typed by its key. */
  async metaOf<K extends Meta["key"]>(key: K): Promise<MetaOf<K> | undefined> {
    const row = await this.meta.get(key);
    return row as MetaOf<K> | undefined;
  }
}
