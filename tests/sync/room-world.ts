import { expect } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { shareRecords } from "@/lib/db/shared.ts";
import { personalSpace } from "@/lib/domain/space.ts";
import { isInRoom } from "@/lib/domain/shared.ts";
import { followOwnRooms } from "@/lib/spaces/own-rooms.ts";
import { roomSpace } from "@/lib/spaces/room-place.ts";
import {
  acceptRoom,
  admitToRoom,
  beginRoom,
  inviteToRoom,
  type ShownRoom,
  shownRoom,
} from "@/lib/spaces/rooms.ts";
import { runSpace } from "@/lib/spaces/run.ts";
import { begin, join } from "@/lib/spaces/set-up.ts";
import { firstRun } from "../component/fresh-db.ts";
import { promiseToShare, type Side } from "../unit/room-sides.ts";
import { type Profile, spaceWorld, type SpaceWorld, storage } from "./space-world.ts";

/** One of the two, in one browser, as its background runs the room. */
export interface Person extends Side, Pick<Profile, "page" | "ports"> {
  look: () => Promise<void>;
  room: () => Promise<ShownRoom>;
}

/** Two people whose room goes over a WebDAV server in memory. */
export interface RoomWorld {
  world: SpaceWorld;
  mira: Person;
  tom: Person;
}

export async function roomWorld(): Promise<RoomWorld> {
  const world = spaceWorld();
  return {
    world,
    mira: await person(world, { profile: "mira", myName: "Mira", partnerName: "Tom", role: "mentor" }),
    tom: await person(world, { profile: "tom", myName: "Tom", partnerName: "Mira", role: "mentee" }),
  };
}

export async function person(
  world: SpaceWorld,
  { profile, ...who }: { profile: string; myName: string; partnerName: string; role: "mentor" | "mentee" },
): Promise<Person> {
  const browser = world.profile(profile);
  const { id } = await startMentorship(browser.db, { ...firstRun, ...who });
  return personOf(browser, id);
}

/** Whoever uses a browser in which a mentorship is. */
export async function personOf(
  { db, page, ports }: Pick<Profile, "db" | "page" | "ports">,
  mentorshipId: string,
): Promise<Person> {
  return {
    db,
    page,
    ports,
    mentorshipId,
    me: (await db.metaOf("identity"))?.me ?? "",
    look: async () => {
      await runSpace(db, roomSpace(mentorshipId), ports, { atOnce: true });
    },
    room: async () => {
      const shown = await shownRoom(db, mentorshipId);
      if (!shown) throw new Error("No room is set up.");
      return shown;
    },
  };
}

export const namesOf = (name: string) => ({ person: name, browser: `${name}’s laptop` });

/** Mira makes the room. @returns the invitation */
export async function invited({ mira }: RoomWorld): Promise<string> {
  const begun = await beginRoom(mira.page, mira.mentorshipId, { storage, names: namesOf("Mira") });
  expect(begun).toEqual({ ok: true });
  await inviteToRoom(mira.page, mira.mentorshipId, { host: "Mira", room: "Mira and Tom" });
  return (await mira.room()).invitation?.text ?? "";
}

/** Both are in it, and in step. */
export async function together(two: RoomWorld): Promise<void> {
  const { mira, tom } = two;
  const invitation = await invited(two);
  const how = { invitation, storage, names: namesOf("Tom") };
  expect(await acceptRoom(tom.page, tom.mentorshipId, how)).toEqual({ ok: true });
  await mira.look();
  const [answer] = (await mira.room()).answers;
  const words = (await tom.room()).asked?.words ?? "";
  const admitted = await admitToRoom(mira.page, mira.mentorshipId, { person: answer?.id ?? "", words });
  expect(admitted).toEqual({ ok: true });
  await tom.look();
  await inStep(two);
}

export async function inStep({ mira, tom }: RoomWorld): Promise<void> {
  for (let times = 0; times < 3; times += 1) for (const each of [mira, tom]) await each.look();
}

/** A promise that is made and shared. @returns the id of what is shared */
export async function share(at: Person, title: string): Promise<string> {
  const { mentorshipId } = at;
  const { id } = await addCommitment(at.db, { mentorshipId, title, owner: "me", dueOn: "2026-12-01" });
  await shareRecords(at.db, mentorshipId, [await promiseToShare(at, id)]);
  return (await sharedOf(at.db, mentorshipId)).find(({ ofId }) => ofId === id)?.id ?? "";
}

export async function titlesOf(at: Person): Promise<string[]> {
  const rows = (await sharedOf(at.db, at.mentorshipId)).filter(isInRoom);
  return rows.map(({ title }) => title).toSorted();
}

/** Somebody's own space, and the rooms that it leads into. */
export async function ownLook({ db, ports }: Pick<Profile, "db" | "ports">): Promise<void> {
  const { hasReceived } = await runSpace(db, personalSpace, ports, { atOnce: true });
  await followOwnRooms(db, ports, hasReceived);
}

/** Tom sets up Sync. @returns the recovery code */
export async function ownSpace({ tom }: RoomWorld, user = "tom"): Promise<string> {
  const answer = await begin(tom.page, { storage: { ...storage, user }, browserName: "Tom’s laptop" });
  if (!answer.ok) throw new Error(answer.problem);
  return answer.recoveryCode;
}

/** A second browser of Tom, which joined and knows of the room. */
export async function phoneOf({ world, tom }: RoomWorld, code: string, profile = "tom-2"): Promise<Person> {
  await ownLook(tom);
  const second = world.profile(profile);
  const browser = { storage: { ...storage, user: "tom" }, browserName: "Tom’s phone" };
  expect(await join(second.page, browser, code)).toEqual({ ok: true });
  for (let times = 0; times < 2; times += 1) await ownLook(second);
  return personOf(second, tom.mentorshipId);
}
