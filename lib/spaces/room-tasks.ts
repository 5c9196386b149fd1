import type { MilepostDb } from "@/lib/db/database.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { personalSpace, type StorageAccess, type SyncProblemKind } from "@/lib/domain/space.ts";
import { BlockError } from "@/lib/sync/block.ts";
import { acceptInvitation, admit, invite, withdraw } from "@/lib/sync/invitation.ts";
import { KeyError, type KeyFailure } from "@/lib/sync/key-error.ts";
import { refreshKeys, type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import type { SpaceState } from "@/lib/sync/replica.ts";
import { beginRoom, removePerson } from "@/lib/sync/rooms.ts";
import { dropRoom } from "./drop-room.ts";
import { addEvents } from "./events.ts";
import { keepRoomHere } from "./keep-room.ts";
import {
  enterOwnRoom,
  followOwnRooms,
  forgetOwnRoom,
  NotInRoom,
  type RoomLogin,
  tellIfLeft,
} from "./own-rooms.ts";
import { problemKindOf } from "./problem-kind.ts";
import { inTurn, reachSpace, reachStorage, type SpacePorts } from "./reach.ts";
import { SpaceStopped } from "./replica.ts";
import { editRoom } from "./room-guests.ts";
import { isRoom, type RoomKept, type RoomRow, roomSpace } from "./room-place.ts";
import { runSpace } from "./run.ts";

/** Who is in a room, as the other one will see it. */
export interface Names {
  person: string;
  browser: string;
}

export type { RoomLogin };

/** What a page asks of the background for the room of a mentorship. */
export type RoomAsk = { mentorshipId: Id } & (
  | { kind: "beginRoom"; storage: StorageAccess; names: Names }
  | { kind: "invite"; names: { host: string; room: string } }
  | { kind: "withdrawInvitation" }
  | { kind: "acceptInvitation"; invitation: string; storage: StorageAccess; names: Names }
  | { kind: "admit"; person: string; words: string }
  | { kind: "removePartner" }
  | { kind: "leaveRoom" }
  | { kind: "enterRoom"; login?: RoomLogin }
  | { kind: "forgetRoom" }
  | { kind: "syncRoom"; refillEmpty?: boolean }
);

/** What is wrong with what was pasted or typed. */
export type RoomMistake =
  | "invitationNotOurs"
  | "invitationDamaged"
  | "invitationNewer"
  | "invitationUsed"
  | "invitationExpired"
  | "wordsNotIt";

export type RoomAnswer =
  | { ok: true }
  | { ok: false; problem: SyncProblemKind | RoomMistake | "alreadySetUp" | "notInRoom" };

const blockMistakes = {
  notOurs: "invitationNotOurs",
  otherKind: "invitationNotOurs",
  damaged: "invitationDamaged",
  newer: "invitationNewer",
} as const;

const keyMistakes: Partial<Record<KeyFailure, RoomMistake>> = {
  used: "invitationUsed",
  expired: "invitationExpired",
  damaged: "invitationDamaged",
  wrongWords: "wordsNotIt",
};

/** What somebody pasted or typed may be wrong; else it is the storage that is. */
const takesWords: ReadonlySet<RoomAsk["kind"]> = new Set(["acceptInvitation", "admit"]);

/** Does it. @throws whatever the storage or the keys say that is nobody's mistake */
export async function answerToRoom(db: MilepostDb, ports: SpacePorts, ask: RoomAsk): Promise<RoomAnswer> {
  try {
    return await done(db, ports, ask);
  } catch (error) {
    if (error instanceof NotInRoom) return { ok: false, problem: "notInRoom" };
    const mistake =
      error instanceof BlockError
        ? blockMistakes[error.mistake]
        : error instanceof KeyError && takesWords.has(ask.kind)
          ? keyMistakes[error.failure]
          : undefined;
    if (!mistake) throw error;
    return { ok: false, problem: mistake };
  }
}

async function done(db: MilepostDb, ports: SpacePorts, ask: RoomAsk): Promise<RoomAnswer> {
  const id = roomSpace(ask.mentorshipId);
  switch (ask.kind) {
    case "beginRoom":
      await tellIfLeft(db, ports, id);
      return inTurn(db, id, () => begin(db, ports, ask));
    case "acceptInvitation":
      await tellIfLeft(db, ports, id);
      return inTurn(db, id, () => accept(db, ports, ask));
    case "invite":
      await inRoom(db, id, async (row) => {
        const { store, keys } = await reachSpace(row, ports);
        if (row.room.kept.invitation) await withdraw(store, row.room.kept.invitation.invitation);
        const url = row.storage.kind === "folder" ? "" : row.storage.url;
        const out = await invite(store, keys, { url, ...ask.names, now: ports.now() });
        await editRoom(db, id, (kept) => ({ ...kept, invitation: out, answers: [] }));
      });
      return { ok: true };
    case "withdrawInvitation":
      await inRoom(db, id, async (row) => {
        const out = row.room.kept.invitation;
        if (out) await withdraw((await reachSpace(row, ports)).store, out.invitation);
        await editRoom(db, id, withoutInvitation);
      });
      return { ok: true };
    case "admit":
      return letIn(db, ports, id, ask);
    case "removePartner":
      return remove(db, ports, id);
    case "leaveRoom":
      return leave(db, ports, id);
    case "enterRoom":
      // What is in it comes with the look that follows.
      await enterOwnRoom(db, ports, ask.mentorshipId, ask.login);
      return { ok: true };
    case "forgetRoom":
      await forgetOwnRoom(db, ports, ask.mentorshipId);
      return { ok: true };
    case "syncRoom":
      await runSpace(db, id, ports, { atOnce: true, refillEmpty: ask.refillEmpty ?? false });
      return { ok: true };
  }
}

/** @throws SpaceStopped where there is no such room */
function inRoom<T>(db: MilepostDb, id: string, doing: (row: RoomRow) => Promise<T>): Promise<T> {
  return inTurn(db, id, async () => {
    const row = await db.spaces.get(id);
    if (!isRoom(row)) throw new SpaceStopped();
    return doing(row);
  });
}

const withoutInvitation = ({ invitation: _out, answers: _answers, ...kept }: RoomKept): RoomKept => kept;

async function begin(
  db: MilepostDb,
  ports: SpacePorts,
  { mentorshipId, storage, names }: Extract<RoomAsk, { kind: "beginRoom" }>,
): Promise<RoomAnswer> {
  const known = await db.spaces.get(roomSpace(mentorshipId));
  if (known) return { ok: false, problem: "alreadySetUp" };
  const root = await reachStorage({ storage, room: { mentorshipId } }, ports);
  const words = { person: names.person, name: names.browser, now: ports.now() };
  const { keys, seed } = await beginRoom(root, words);
  const { browser: browserName } = names;
  // What is shared already is sent as it stands.
  const also = { offerAll: db.newId() };
  await keepRoomHere(db, { mentorshipId, side: "host", storage, browserName, keys, kept: { seed } }, also);
  return { ok: true };
}

async function accept(
  db: MilepostDb,
  ports: SpacePorts,
  { mentorshipId, invitation, storage, names }: Extract<RoomAsk, { kind: "acceptInvitation" }>,
): Promise<RoomAnswer> {
  const known = await db.spaces.get(roomSpace(mentorshipId));
  // Another invitation may be tried while nobody has let them in by the first.
  if (known && !(isRoom(known) && known.room.kept.wait)) return { ok: false, problem: "alreadySetUp" };
  const root = await reachStorage({ storage, room: { mentorshipId } }, ports);
  const accepted = await acceptInvitation(root, invitation, { name: names.person, now: ports.now() });
  const { seed, wait, words, host } = accepted;
  const kept: RoomKept = { seed, wait: { wait, words, host } };
  const { browser: browserName } = names;
  const also = { offerAll: db.newId() };
  await keepRoomHere(db, { mentorshipId, side: "guest", storage, browserName, keys: null, kept }, also);
  return { ok: true };
}

async function letIn(
  db: MilepostDb,
  ports: SpacePorts,
  id: string,
  { person, words }: { person: string; words: string },
): Promise<RoomAnswer> {
  await inRoom(db, id, async (row) => {
    const { invitation, answers = [] } = row.room.kept;
    const answer = answers.find((each) => each.person.id === person);
    if (!invitation || !answer) throw new KeyError("used");
    const { store, keys: before } = await reachSpace(row, ports);
    const how = { ...answer, seen: words, now: ports.now() };
    const keys = await admit(store, before, invitation.invitation, how);
    const { name } = answer.person;
    await db.transaction("rw", [db.spaces, db.syncEvents], async () => {
      if (!(await editRoom(db, id, withoutInvitation, { keys }))) return;
      await addEvents(db, [{ at: db.now(), space: id, kind: "letIn", name }]);
    });
  });
  await runSpace(db, id, ports, { atOnce: true });
  return { ok: true };
}

/** The other person, with all their browsers. What they sent so far is fetched first. */
async function remove(db: MilepostDb, ports: SpacePorts, id: string): Promise<RoomAnswer> {
  await runSpace(db, id, ports, { atOnce: true, evenPaused: true });
  const looked = await db.spaces.get(id);
  // What was not fetched now is read by nobody.
  if (looked && looked.failures > 0) return { ok: false, problem: looked.status.problem?.kind ?? "failed" };
  await inRoom(db, id, async (row) => {
    const { store, keys: before } = await reachSpace(row, ports);
    const state = row.state as SpaceState | undefined;
    const change = { now: ports.now(), heads: state?.heads ?? {} };
    const keys = await withoutOthers(store, await refreshKeys(store, before), change);
    await editRoom(db, id, (kept) => kept, {
      keys,
      ...(state ? { state: { ...state, owesSnapshot: true } } : {}),
    });
  });
  await runSpace(db, id, ports, { atOnce: true });
  return { ok: true };
}

async function withoutOthers(
  store: Parameters<typeof removePerson>[0],
  before: SpaceKeys,
  change: Parameters<typeof removePerson>[3],
): Promise<SpaceKeys> {
  let keys = before;
  const { people } = standing(keys);
  const me = people.get(keys.me.id);
  for (const person of new Set(people.values()))
    if (person !== me) keys = await removePerson(store, keys, person, change);
  return keys;
}

/** What is not sent yet is sent, if that can be; then the room is kept in step no more, in all browsers of the person. */
async function leave(db: MilepostDb, ports: SpacePorts, id: string): Promise<RoomAnswer> {
  await runSpace(db, id, ports, { atOnce: true });
  const row = await db.spaces.get(id);
  const isTold =
    isRoom(row) && row.room.kept.isTold === true && (await db.spaces.get(personalSpace)) !== undefined;
  if (!isTold) {
    await inTurn(db, id, () => dropRoom(db, id));
    return { ok: true };
  }
  // Nothing of it is shown or sent any more; what is left to do is to say so to the person's other browsers.
  await inTurn(db, id, () => editRoom(db, id, (kept) => ({ ...kept, isLeft: true }), { paused: true }));
  await followOwnRooms(db, ports).catch((error: unknown) => {
    if (problemKindOf(error) === "failed") throw error;
  });
  return { ok: true };
}
