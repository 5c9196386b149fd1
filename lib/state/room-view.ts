import { agreementsOf } from "@/lib/db/agreements.ts";
import { commitmentsOf } from "@/lib/db/commitment-rows.ts";
import { entriesOf } from "@/lib/db/entries.ts";
import { goalsOf, milestonesOf } from "@/lib/db/goal-rows.ts";
import { findMentorship, focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { resourcesOf } from "@/lib/db/resources.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import type { ToShare } from "@/lib/db/shared.ts";
import { topicsOf } from "@/lib/db/topic-rows.ts";
import type { Day, Id } from "@/lib/domain/envelope.ts";
import { shortLine } from "@/lib/domain/one-line.ts";
import {
  type AgreementWords,
  changedIn,
  copiedTables,
  copyOf,
  isOffered,
  type Original,
  sayingOf,
  sharingRule,
  statesOfKind,
  takenInto,
  turned,
  whoSeenFrom,
} from "@/lib/domain/shared-copy.ts";
import {
  type Clash,
  isInRoom,
  isPost,
  type Shared,
  type SharedField,
  sharedFields,
} from "@/lib/domain/shared.ts";
import { sharedKinds } from "@/lib/domain/shared-kinds.ts";
import type { Owner } from "@/lib/domain/vocabulary.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import { agreementDocument } from "./agreement-document.ts";
import { agreementText } from "./agreement-copy.ts";
import { db } from "./database.ts";
import { partnerName, partnerShort } from "./partner-name.ts";

/** What is shared, what could be, and what it was made of, in one read. */
export async function readRoom() {
  const focused = await focusedMentorship(db);
  const found = focused && (await findMentorship(db, focused.mentorship.id));
  if (!found) return null;
  const { id } = found.mentorship;
  const [agreements, goals, milestones, topics, commitments, resources, entries] = await Promise.all([
    agreementsOf(db, id),
    goalsOf(db, id),
    milestonesOf(db, id),
    topicsOf(db, id),
    commitmentsOf(db, id),
    resourcesOf(db, id),
    entriesOf(db, id),
  ]);
  const [rows, identity, files, space] = await Promise.all([
    sharedOf(db, id),
    db.metaOf("identity"),
    db.metaOf("roomFiles"),
    db.spaces.get(roomSpace(id)),
  ]);
  const originals: Original[] = [
    ...agreements.map((row) => ({ table: "agreements" as const, row })),
    ...goals.map((row) => ({ table: "goals" as const, row })),
    ...milestones.map((row) => ({ table: "milestones" as const, row })),
    ...topics.map((row) => ({ table: "topics" as const, row })),
    ...commitments.map((row) => ({ table: "commitments" as const, row })),
    ...resources.map((row) => ({ table: "resources" as const, row })),
    ...entries.map((row) => ({ table: "entries" as const, row })),
  ];
  const latestAgreement = agreements.findLast((row) => row.status === "agreed")?.id;
  return {
    ...found,
    rows,
    originals,
    latestAgreement,
    may: sharingRule(await db.entries.where("mentorshipId").equals(id).toArray(), topics),
    identity,
    fileMadeAt: files?.madeAt[id] ?? null,
    isOut: space?.status.problem?.kind === "removed",
  };
}

export type RoomRead = NonNullable<Awaited<ReturnType<typeof readRoom>>>;

/** Something in the room, and how it stands to the private record that belongs to it. */
export interface RoomItem {
  row: Shared;
  mine: boolean;
  /** Who does it, seen from here. */
  owner: Owner | null;
  /** The private record is there. */
  linked: boolean;
  /** What was changed of the private record since, and in the room since. */
  changedHere: readonly SharedField[];
  changedThere: readonly SharedField[];
  clashes: readonly { field: SharedField; clash: Clash }[];
  canEdit: boolean;
  canTake: boolean;
  states: readonly string[];
  /** What the private record says now. */
  now: Record<SharedField, string | null> | null;
  milestones: RoomItem[];
}

/** A private record that can be copied into the room. */
export interface Offer {
  table: Original["table"];
  id: Id;
  title: string;
  text: string | null;
  ticked: boolean;
}

const agreementWords: AgreementWords = (row) => agreementText(agreementDocument(row));

/** A private record as it goes into the room. */
export function toShare(original: Original): ToShare {
  return {
    table: original.table,
    id: original.row.id,
    goalId: original.table === "milestones" ? original.row.goalId : null,
    copy: copyOf(original, agreementWords),
  };
}

/** What was changed of private records since, as it goes into the room. */
export function changesOf(items: readonly RoomItem[]) {
  return items.flatMap(({ row, now }) => (now ? [{ id: row.id, now }] : []));
}

/** @param ticks what the person chose differently, by `TABLE/ID` */
export function roomView(read: RoomRead, ticks: ReadonlyMap<string, boolean>, today: Day) {
  const me = read.identity?.me ?? "";
  const originals = new Map(read.originals.map((each) => [`${each.table}/${each.row.id}`, each]));
  const items = read.rows
    .filter(isInRoom)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map((row) => itemOf(row, row.author === me, originals));
  /** What was shared, and what was taken over. */
  const inRoom = new Set(items.map(({ row }) => `${row.ofTable ?? ""}/${row.ofId ?? ""}`));
  const offers = read.originals
    .filter((each) => read.may(each))
    .filter((each) => !(each.table === "agreements" && each.row.id !== read.latestAgreement))
    .filter((each) => !inRoom.has(keyOf(each)))
    .map((each) => offerOf(each, read.latestAgreement, ticks));
  const of = (...kinds: string[]) => items.filter(({ row }) => kinds.includes(row.kind));
  const milestones = of("milestone");
  const goals = of("goal").map((goal) => ({
    ...goal,
    milestones: milestones.filter(({ row }) => row.underId === goal.row.id),
  }));
  const loose = milestones.filter(({ row }) => !goals.some((goal) => goal.row.id === row.underId));
  const mine = items.filter((item) => item.mine).length;
  return {
    mentorshipId: read.mentorship.id,
    today,
    /** The person left it. */
    wasLeft: Boolean(read.mentorship.roomLeftAt),
    /** It can only be read: the person left it, or was taken out. */
    isLeft: Boolean(read.mentorship.roomLeftAt) || read.isOut,
    hasRoom: (read.mentorship.roomIds?.length ?? 0) + read.rows.length > 0,
    myName: read.me?.name ?? "",
    partner: partnerName(read),
    partnerShort: partnerShort(read),
    partnerKeys: read.mentorship.partnerKeys ?? [],
    last: read.mentorship.roomLast ?? null,
    fileMadeAt: read.fileMadeAt,
    mine,
    theirs: items.length - mine,
    agreements: of("agreement").toReversed(),
    goals,
    loose,
    topics: of("topic"),
    commitments: of("commitment"),
    resources: of("resource"),
    thread: items.filter(({ row }) => isPost(row.kind) || !knownKinds.has(row.kind)).toReversed(),
    offers,
    ticked: offers.filter(({ ticked }) => ticked),
    changedHere: items.filter(({ changedHere }) => changedHere.length > 0),
    clashes: items.reduce((sum, { clashes }) => sum + clashes.length, 0),
    unsent: unsentOf(read),
  };
}

/** What a later version knows besides these stands in the thread. */
const knownKinds: ReadonlySet<string> = new Set(sharedKinds);

export type RoomView = ReturnType<typeof roomView>;

function keyOf(original: Original): string {
  return `${original.table}/${original.row.id}`;
}

function itemOf(row: Shared, mine: boolean, originals: ReadonlyMap<string, Original>): RoomItem {
  const original = originals.get(`${row.ofTable ?? ""}/${row.ofId ?? ""}`);
  const table = copiedTables.find((each) => each === row.ofTable);
  const { kind: _kind, ...now } = original
    ? turned(copyOf(original, agreementWords), mine)
    : { kind: null, ...sayingOf(row) };
  const says = sayingOf(row);
  const changed = (saying: Record<SharedField, string | null>): SharedField[] =>
    original && table ? changedIn(table, saying, row.copied ?? {}) : [];
  const isFixed = row.kind === "agreement" || (!mine && isPost(row.kind));
  return {
    row,
    mine,
    owner: whoSeenFrom(mine, row.who),
    linked: original !== undefined,
    changedHere: changed(now),
    changedThere: changed(says),
    clashes: sharedFields.flatMap((field) => {
      const clash = row.clashes?.[field];
      return clash ? [{ field, clash }] : [];
    }),
    canEdit: !isFixed,
    canTake: !mine && !original && takenInto(row.kind) !== null,
    states: isFixed ? [] : statesOfKind(row.kind),
    now: original ? now : null,
    milestones: [],
  };
}

function offerOf(original: Original, latest: Id | undefined, ticks: ReadonlyMap<string, boolean>): Offer {
  const { title, text } = copyOf(original, agreementWords);
  return {
    table: original.table,
    id: original.row.id,
    title: title || shortLine(text ?? "", 80),
    text: original.table === "agreements" || original.table === "entries" ? null : text,
    ticked: ticks.get(keyOf(original)) ?? isOffered(original, latest),
  };
}

/** How many shared records were touched here since the last file was made. */
function unsentOf({ rows, identity, fileMadeAt }: RoomRead): number {
  const told: readonly string[] = ["kind", "unsharedAt", ...sharedFields];
  return rows.filter((row) =>
    told.some((field) => {
      const stamp = row._c?.[field];
      return stamp && stamp[2] === identity?.writer && stamp[0] > (fileMadeAt ?? 0);
    }),
  ).length;
}
