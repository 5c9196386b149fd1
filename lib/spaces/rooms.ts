import type { MilepostDb } from "@/lib/db/database.ts";
import type { SpaceRow } from "@/lib/db/space-tables.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { roomAccessIn } from "@/lib/domain/room-access.ts";
import { personalSpace, type StorageAccess } from "@/lib/domain/space.ts";
import { isRemoved, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { roomsOf } from "@/lib/sync/rooms.ts";
import { addEvents } from "./events.ts";
import { isRoom, type RoomRow, roomSpace } from "./room-place.ts";
import type { Names, RoomAnswer, RoomLogin } from "./room-tasks.ts";
import { ask, type SpacePage } from "./set-up.ts";
import { countUnsent } from "./unsent.ts";

export type { RoomAnswer, RoomLogin, RoomMistake } from "./room-tasks.ts";
export { placeOfInvitation } from "@/lib/sync/invitation.ts";

/* A room that is kept in step over a storage, as a page sees it and what it can ask for. */

/** Of the room of a mentorship, without keys and password. */
export interface ShownRoom extends Pick<SpaceRow, "paused" | "status"> {
  side: "host" | "guest";
  url: string;
  user: string;
  /** Changes to what is shared that were made here and are not sent yet. */
  waiting: number;
  /** The other person, as they call themselves in the room; `null` as long as nobody else is in it. */
  partner: { name: string; browsers: number } | null;
  /** That is out. */
  invitation: { text: string; expires: Instant } | null;
  /** Who answered it: to be let in once the words are the same on both sides. */
  answers: readonly { id: string; name: string }[];
  /** As a guest who was not let in yet. */
  asked: { words: string; host: string; expires: Instant } | null;
}

/** `null` where none is set up. */
export async function shownRoom(db: MilepostDb, mentorshipId: Id): Promise<ShownRoom | null> {
  const row = await db.spaces.get(roomSpace(mentorshipId));
  if (!isRoom(row) || row.room.kept.isLeft) return null;
  const { paused, status, storage, room } = row;
  const { invitation, answers = [], wait } = room.kept;
  return {
    paused,
    status,
    side: room.side,
    url: storage.kind === "folder" ? "" : storage.url,
    user: storage.kind === "webdav" ? storage.user : "",
    waiting: wait ? 0 : await countUnsent(db, row),
    partner: partnerIn(row),
    invitation: invitation ? { text: invitation.text, expires: invitation.invitation.expires } : null,
    answers: answers.map(({ person }) => ({ id: person.id, name: person.name })),
    asked: wait ? { words: wait.words, host: wait.host, expires: wait.wait.expires } : null,
  };
}

/** Where a room is that the person is in with another browser, and as whom that one logs in. */
export interface RoomElsewhere {
  url: string;
  user: string;
}

/** `null` where this browser is in it too, or none is. */
export async function roomElsewhere(db: MilepostDb, mentorshipId: Id): Promise<RoomElsewhere | null> {
  const own = await db.spaces.get(personalSpace);
  if (!own || isRemoved(own.keys as SpaceKeys) || (await db.spaces.get(roomSpace(mentorshipId)))) return null;
  const access = roomsOf(own.keys as SpaceKeys).map((card) => roomAccessIn(card.access ?? ""));
  const storage = access.find((each) => each?.mentorshipId === mentorshipId)?.storage;
  return storage ? { url: storage.url, user: storage.user } : null;
}

function partnerIn({ keys }: RoomRow): ShownRoom["partner"] {
  if (keys === null) return null;
  const known = keys as SpaceKeys;
  const { holders, people } = standing(known);
  const me = people.get(known.me.id);
  const theirs = holders.filter(({ id }) => people.has(id) && people.get(id) !== me);
  const person = theirs.find(({ kind }) => kind === "person");
  if (!person) return null;
  return { name: person.name, browsers: theirs.filter(({ kind }) => kind === "browser").length };
}

/** Makes a room on a storage that the other person can use too. */
export function beginRoom(
  page: SpacePage,
  mentorshipId: Id,
  how: { storage: StorageAccess; names: Names },
): Promise<RoomAnswer> {
  return ask(page, { kind: "beginRoom", mentorshipId, ...how });
}

/** A new invitation in the place of the one before; see {@link ShownRoom}. */
export function inviteToRoom(
  page: SpacePage,
  mentorshipId: Id,
  names: { host: string; room: string },
): Promise<RoomAnswer> {
  return ask(page, { kind: "invite", mentorshipId, names });
}

export function withdrawInvitation(page: SpacePage, mentorshipId: Id): Promise<RoomAnswer> {
  return ask(page, { kind: "withdrawInvitation", mentorshipId });
}

/** Answers an invitation. Then the host has to let this person in. */
export function acceptRoom(
  page: SpacePage,
  mentorshipId: Id,
  how: { invitation: string; storage: StorageAccess; names: Names },
): Promise<RoomAnswer> {
  return ask(page, { kind: "acceptInvitation", mentorshipId, ...how });
}

/** @param words as the other person reads them out */
export function admitToRoom(
  page: SpacePage,
  mentorshipId: Id,
  how: { person: string; words: string },
): Promise<RoomAnswer> {
  return ask(page, { kind: "admit", mentorshipId, ...how });
}

/**
 * Comes into a room that the person is in with another browser; see {@link roomElsewhere}.
 * @param login where that of the other browser is refused
 */
export function enterRoom(page: SpacePage, mentorshipId: Id, login?: RoomLogin): Promise<RoomAnswer> {
  return ask(page, { kind: "enterRoom", mentorshipId, ...(login ? { login } : {}) });
}

/** Says that the person is not in that room any more: their other browsers leave it, and another one can be made. */
export function forgetRoom(page: SpacePage, mentorshipId: Id): Promise<RoomAnswer> {
  return ask(page, { kind: "forgetRoom", mentorshipId });
}

/** The other person is given no key from here on, and what they write from here on is read by nobody. */
export function removePartner(page: SpacePage, mentorshipId: Id): Promise<RoomAnswer> {
  return ask(page, { kind: "removePartner", mentorshipId });
}

/** Stops. What is in the room stays here as it is. */
export function leaveRoom(page: SpacePage, mentorshipId: Id): Promise<RoomAnswer> {
  return ask(page, { kind: "leaveRoom", mentorshipId });
}

/** Looks at the storage now. @param refillEmpty the person was asked about the empty storage */
export function syncRoom(page: SpacePage, mentorshipId: Id, refillEmpty = false): Promise<RoomAnswer> {
  return ask(page, { kind: "syncRoom", mentorshipId, refillEmpty });
}

/** Another login of the same storage. The next look tells whether it is let in. */
export async function changeRoomLogin(
  page: SpacePage,
  mentorshipId: Id,
  login: RoomLogin,
): Promise<RoomAnswer> {
  const id = roomSpace(mentorshipId);
  await page.db.transaction("rw", page.db.spaces, async () => {
    const row = await page.db.spaces.get(id);
    if (row?.storage.kind !== "webdav") return;
    const status = { ...row.status, problem: null, retryAt: null, state: "idle" } as const;
    await page.db.spaces.put({ ...row, storage: { ...row.storage, ...login }, failures: 0, status });
  });
  const looked = await syncRoom(page, mentorshipId);
  const problem = (await page.db.spaces.get(id))?.status.problem;
  return looked.ok && problem ? { ok: false, problem: problem.kind } : looked;
}

export async function pauseRoom({ db, wake }: SpacePage, mentorshipId: Id, paused: boolean): Promise<void> {
  const id = roomSpace(mentorshipId);
  await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
    if ((await db.spaces.update(id, { paused })) === 0) return;
    await addEvents(db, [{ at: db.now(), space: id, kind: paused ? "paused" : "resumed" }]);
  });
  if (!paused) await wake();
}
