import { Dexie, type EntityTable, type PromiseExtended, type Table } from "dexie";
import { v7 as uuid } from "uuid";
import type { Calendar, SeriesChoice } from "@/lib/domain/calendar-event.ts";
import type { Change } from "@/lib/domain/change.ts";
import type { Delivery } from "@/lib/domain/delivery.ts";
import type { Draft } from "@/lib/domain/draft.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Stamp } from "@/lib/domain/hlc.ts";
import type { Records, TableName } from "@/lib/domain/records.ts";
import type { SyncConflict, SyncEvent } from "@/lib/domain/space.ts";
import { schemaVersion } from "@/lib/domain/schema-version.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { bucketOf } from "./bucket.ts";
import type { LastWords } from "./last-words.ts";
import { notesReads } from "./live-query.ts";
import type { RoomKey } from "./room-keys.ts";
import type { Visit } from "./visits.ts";
import type { SearchDoc, SearchStale, SearchWord } from "./search-tables.ts";
import type { BatchRow, ForeignEdit, ForeignRow, RequestCount, SpaceRow, SpaceTask } from "./space-tables.ts";

// A page that goes to the back/forward cache must not lose its connection before it has saved its last words.
Dexie.disableBfCache = true;

/** Small facts of this browser, one row each, told apart by `key`. */
export type Meta =
  | { key: "identity"; writer: string; me: Id }
  | { key: "clock"; last: Stamp }
  | { key: "schema"; version: number }
  | { key: "focus"; mentorshipId: Id | null }
  /** How many rows each table holds and the last place in the log, kept by each write: what the canary tells. */
  | ({ key: "tally" } & Tally)
  /** A copy of the data was taken here: entries of the log up to this stamp are not continued, so that it can be replayed. */
  | { key: "sealed"; stamp: Stamp; lastN?: number }
  /** Entries of the log up to this place were sent to other browsers: they are not continued. */
  | { key: "sent"; upTo: number }
  /** Something was deleted for good: the undo keys reach no further back than this. */
  | { key: "undoFrom"; stamp: Stamp }
  /** What the index of the search was begun with, see `searchVersion`; each that is begun has another mark. */
  | { key: "search"; version: number; mark?: Id }
  /** When a file was last made for the other person, by mentorship, epoch ms. */
  | { key: "roomFiles"; madeAt: Record<Id, Instant> }
  /** When the trash was last looked through, epoch ms. */
  | { key: "tidied"; at: Instant }
  /** What `removeSample` has to take away: people are those that came with it, `focusBefore` is absent if there was none. */
  | { key: "sample"; mentorshipId: Id; people: Id[]; focusBefore?: Id | null };

/** How much there is. `lastN` is the highest position in the change log. */
export interface Tally {
  counts: Record<TableName, number>;
  lastN: number;
}

/** A row that its schema does not accept, from a backup or found here: kept for a later version or a pair of eyes. */
export interface Unreadable {
  /** `TABLE/ID`. */
  id: string;
  table: string;
  row: unknown;
  /** Which field and what of it, never its value. */
  why: string;
  foundAt: Instant;
}

export type MetaOf<K extends Meta["key"]> = Extract<Meta, { key: K }>;

export interface DbOptions {
  name?: string;
  /** Epoch ms. */
  now?: () => Instant;
  newId?: () => Id;
  /** Copies the data to a safe place. If it throws, the data is not upgraded. */
  beforeUpgrade?: ((db: MilepostDb) => Promise<unknown>) | undefined;
}

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
  inventory!: EntityTable<Records["inventory"], "id">;
  checks!: EntityTable<Records["checks"], "id">;
  skills!: EntityTable<Records["skills"], "id">;
  metrics!: EntityTable<Records["metrics"], "id">;
  measurements!: EntityTable<Records["measurements"], "id">;
  evidence!: EntityTable<Records["evidence"], "id">;
  expectations!: EntityTable<Records["expectations"], "id">;
  agreements!: EntityTable<Records["agreements"], "id">;
  resources!: EntityTable<Records["resources"], "id">;
  activities!: EntityTable<Records["activities"], "id">;
  reviews!: EntityTable<Records["reviews"], "id">;
  templates!: EntityTable<Records["templates"], "id">;
  reminders!: EntityTable<Records["reminders"], "id">;
  rooms!: EntityTable<Records["rooms"], "id">;
  pictures!: EntityTable<Records["pictures"], "id">;
  questions!: EntityTable<Records["questions"], "id">;
  shared!: EntityTable<Records["shared"], "id">;
  drafts!: EntityTable<Draft, "id">;
  lastWords!: EntityTable<LastWords, "id">;
  /** Only of this browser, and in no backup: the addresses are secrets. */
  calendars!: EntityTable<Calendar, "id">;
  seriesChoices!: EntityTable<SeriesChoice, "uid">;
  visits!: EntityTable<Visit, "id">;
  /** What this browser signs with: it cannot be read out, so it is in no backup. */
  roomKeys!: EntityTable<RoomKey, "id">;
  unreadable!: EntityTable<Unreadable, "id">;
  searchDocs!: EntityTable<SearchDoc, "n">;
  searchWords!: EntityTable<SearchWord, "key">;
  searchStale!: EntityTable<SearchStale, "id">;
  changes!: Table<Change, number>;
  deliveries!: EntityTable<Delivery, "id">;
  meta!: Table<Meta, Meta["key"]>;
  // Of this browser alone: see `space-tables.ts`.
  spaces!: EntityTable<SpaceRow, "id">;
  batches!: Table<BatchRow, [space: string, hash: string]>;
  foreign!: EntityTable<ForeignRow, "id">;
  foreignEdits!: EntityTable<ForeignEdit, "n">;
  conflicts!: Table<SyncConflict, number>;
  syncEvents!: Table<SyncEvent, number>;
  spaceTasks!: EntityTable<SpaceTask, "id">;
  requests!: EntityTable<RequestCount, "id">;

  /** Epoch ms. Given from outside so that tests can stand at any time. */
  readonly now: () => Instant;
  readonly newId: () => Id;
  readonly #home: { factory: IDBFactory };
  /** Found to be of this version, and brought to it. Not `#`: Dexie hands out objects that inherit from this one. */
  private usable = false;

  constructor(options: DbOptions = {}) {
    const home = { factory: indexedDB };
    super(options.name ?? "milepost", {
      chromeTransactionDurability: "strict",
      cache: "disabled",
      indexedDB: { open: (name: string, version?: number) => home.factory.open(name, version) },
    });
    this.#home = home;
    this.use(notesReads(this.name));
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
    this.version(2).stores({
      people: "id, deletedAt",
      mentorships: "id, deletedAt",
      goals: "id, mentorshipId, deletedAt",
      milestones: "id, goalId, mentorshipId, [status+dueOn], deletedAt",
      meetings: "id, mentorshipId, roomKey, [status+startsOn], deletedAt",
      notes: "id, meetingId, mentorshipId, deletedAt",
      topics: "id, mentorshipId, deletedAt",
      entries: "id, mentorshipId, [mentorshipId+kind], meetingId, deletedAt",
      commitments: "id, mentorshipId, meetingId, [status+dueOn], deletedAt",
      unreadable: "id",
      changes: "++n, [table+id], act, stamp",
    });
    this.version(3).stores({
      goals: "id, mentorshipId, deletedAt, reviewOn",
      meetings: "id, mentorshipId, roomKey, [status+startsOn], deletedAt, uid",
      calendars: "id",
      seriesChoices: "uid",
      inventory: "id, mentorshipId, deletedAt",
      checks: "id, mentorshipId, deletedAt",
      skills: "id, mentorshipId, deletedAt",
      metrics: "id, mentorshipId, goalId, deletedAt",
      measurements: "id, mentorshipId, metricId, deletedAt",
      evidence: "id, mentorshipId, goalId, deletedAt",
      expectations: "id, mentorshipId, deletedAt",
      agreements: "id, mentorshipId, deletedAt",
      resources: "id, mentorshipId, deletedAt",
      activities: "id, mentorshipId, deletedAt",
      reviews: "id, mentorshipId, deletedAt",
      templates: "id, deletedAt",
      searchDocs: "n, &id",
      searchWords: "key",
      searchStale: "id",
    });
    this.version(4).stores({
      reminders: "id, mentorshipId, deletedAt, [kind+status], aboutId",
      visits: "id",
      deliveries: "id, dueAt, claimedAt, noticeId",
      meetings:
        "id, mentorshipId, roomKey, [status+startsOn], deletedAt, uid, [mentorshipId+status+startsOn]",
      entries: "id, mentorshipId, [mentorshipId+kind], meetingId, deletedAt, createdAt, [kind+createdAt]",
      rooms: "id, deletedAt",
      pictures: "id, mentorshipId, meetingId, deletedAt",
      questions: "id, deletedAt",
    });
    this.version(5).stores({
      spaces: "id",
      batches: "[space+hash]",
      foreign: "id, table",
      foreignEdits: "n",
      conflicts: "++i, &key, [table+id], at",
      syncEvents: "++n, at",
      spaceTasks: "id",
      requests: "id",
      shared: "id, mentorshipId, deletedAt",
      roomKeys: "id",
    });
    // Dexie opens a newer database with older code without a word; the stored version is what stops us.
    // At each opening, since a connection that was torn away is opened again, perhaps over newer data.
    const sticky = true;
    this.on(
      "ready",
      async (vip) => {
        const schema = await this.meta.get("schema");
        if (schema?.key !== "schema" || schema.version === schemaVersion) return;
        if (schema.version > schemaVersion) throw new UserError("newerDatabase");
        // Loaded apart: most openings never need it.
        const { upgrade } = await import("./upgrade.ts");
        // By this handle: after an `await` that is not Dexie's, the database itself would wait for this handler.
        await upgrade(vip as MilepostDb, schema.version, options.beforeUpgrade);
      },
      sticky,
    );
  }

  /**
   * Opens it where it is: in the bucket that it was moved to, else where every database is. Asked each time, so that
   * every window and the background agree.
   */
  override open(): PromiseExtended<Dexie> {
    if (!super.isOpen()) this.usable = false;
    return Dexie.Promise.resolve(bucketOf(this.name))
      .then((bucket) => {
        if (bucket) this.#home.factory = bucket.indexedDB;
        return super.open();
      })
      .then((db) => {
        this.usable = true;
        return db;
      });
  }

  /** Dexie's own says so too early, while it is still being found out whether the data may be written. */
  override isOpen(): boolean {
    return this.usable && super.isOpen();
  }

  /** One row of `meta`, typed by its key. */
  async metaOf<K extends Meta["key"]>(key: K): Promise<MetaOf<K> | undefined> {
    const row = await this.meta.get(key);
    return row as MetaOf<K> | undefined;
  }
}
