import { expect, test } from "vitest";
import { findMeeting } from "@/lib/db/meeting-rows.ts";
import { endMeeting, planMeeting } from "@/lib/db/meetings.ts";
import { removeMentorship, startMentorship } from "@/lib/db/mentorships.ts";
import { roomChoice, silencedRooms, usesOfRoom } from "@/lib/db/room-rows.ts";
import { chooseRoom, endCall, silenceRoom, startUnplanned } from "@/lib/db/rooms.ts";
import { trashItems } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { firstRun, freshDb, meetingForm, testNow, testZone } from "./fresh-db.ts";

const room = "zoom:81234567890";

async function mentorshipIn(db: ReturnType<typeof freshDb>, name: string, link: string): Promise<string> {
  const { id } = await startMentorship(db, {
    ...firstRun,
    partnerName: name,
    meetingOn: "",
    meetingLink: "",
  });
  // At 15:00 today: in half an hour.
  await planMeeting(db, { ...meetingForm, mentorshipId: id, on: "2026-11-24", time: "15:00", link });
  return id;
}

const who = async (db: ReturnType<typeof freshDb>, key: string | null): Promise<string[]> =>
  (await usesOfRoom(db, key, db.now())).uses.map(({ view }) => view.partner?.name ?? "");

test("a room leads to the planned meeting in it, by its key alone", async () => {
  const db = freshDb();
  const id = await mentorshipIn(db, "Elif", "https://zoom.us/j/81234567890?pwd=secret");
  await planMeeting(db, { ...meetingForm, mentorshipId: id, on: "2026-12-08" });
  const { known, uses } = await usesOfRoom(db, room, db.now());
  expect(known).toBe(true);
  expect(uses).toMatchObject([{ meeting: { startsOn: "2026-11-24", roomKey: room } }]);
  expect(JSON.stringify(await db.meetings.toArray())).not.toContain("secret");
});

test("the room of a mentorship leads to its next meeting, even one without a link", async () => {
  const db = freshDb();
  const { id } = await startMentorship(db, { ...firstRun, meetingOn: "" });
  const meeting = await planMeeting(db, { ...meetingForm, mentorshipId: id, link: "" });
  expect((await usesOfRoom(db, "meet:abc-defg-hij", db.now())).uses).toMatchObject([
    { meeting: { id: meeting } },
  ]);
});

test("a room of two people names both, who was chosen last first, whoever meets now before the other", async () => {
  const db = freshDb();
  const elif = await mentorshipIn(db, "Elif", "https://zoom.us/j/81234567890");
  const { id: ben } = await startMentorship(db, { ...firstRun, partnerName: "Ben", meetingOn: "" });
  await planMeeting(db, {
    ...meetingForm,
    mentorshipId: ben,
    on: "2026-12-20",
    link: "zoom.us/j/81234567890",
  });
  expect(await who(db, room)).toEqual(["Elif", "Ben"]);
  await chooseRoom(db, room, ben);
  expect(await who(db, room)).toEqual(["Ben", "Elif"]);
  await chooseRoom(db, room, elif);
  expect(await who(db, room)).toEqual(["Elif", "Ben"]);
  await removeMentorship(db, elif);
  expect(await who(db, room)).toEqual(["Ben"]);
});

test("a room that nobody uses may be of whoever meets now in no other room", async () => {
  const db = freshDb();
  await mentorshipIn(db, "Elif", "");
  await mentorshipIn(db, "Ben", "https://meet.google.com/xyz-abcd-efg");
  expect(await who(db, room)).toEqual(["Elif"]);
  expect((await usesOfRoom(db, room, db.now())).known).toBe(false);
  expect((await who(db, null)).toSorted()).toEqual(["Ben", "Elif"]);
  expect((await usesOfRoom(db, room, db.now() + 6 * 3_600_000)).uses).toEqual([]);
});

test("a room is silent until that is taken back, and the trash does not show it", async () => {
  const db = freshDb();
  await mentorshipIn(db, "Elif", "https://zoom.us/j/81234567890");
  const act = await silenceRoom(db, room, true);
  expect(await usesOfRoom(db, room, db.now())).toMatchObject({ never: true });
  expect(await silencedRooms(db)).toMatchObject([{ key: room }]);
  await undo(db, act ?? "");
  expect(await roomChoice(db, room)).toBeNull();
  expect(await trashItems(db)).toEqual([]);
  await silenceRoom(db, room, true);
  expect(await silencedRooms(db)).toHaveLength(1);
  await silenceRoom(db, room, false);
  expect(await silencedRooms(db)).toEqual([]);
});

test("a meeting that nobody planned runs from the beginning of the call, remembers its room, and is taken back whole", async () => {
  const db = freshDb();
  const { id: mentorshipId } = await startMentorship(db, { ...firstRun, meetingOn: "" });
  const call = { mentorshipId, key: room, sinceAt: testNow - 60_000, timeZone: testZone, title: "Ad hoc" };
  const id = await startUnplanned(db, call, "act");
  expect(await findMeeting(db, id)).toMatchObject({
    kind: "adHoc",
    startsOn: "2026-11-24",
    startsTime: "14:21",
    startedAt: testNow - 60_000,
    roomKey: room,
  });
  expect(await roomChoice(db, room)).toMatchObject({ lastMentorshipId: mentorshipId });
  await undo(db, "act");
  expect(await findMeeting(db, id)).toBeNull();
  expect(await roomChoice(db, room)).toBeNull();
});

test("a call that is over was held as long as it took; one that was ended by hand stays as it is", async () => {
  const db = freshDb();
  const id = await planMeeting(db, meetingForm);
  const act = await endCall(db, id, { sinceAt: testNow - 3_600_000, untilAt: testNow - 60_000 });
  const held = { status: "held", startedAt: testNow - 3_600_000, endedAt: testNow - 60_000 };
  expect(await findMeeting(db, id)).toMatchObject(held);
  expect(await endCall(db, id, { sinceAt: 1, untilAt: 2 })).toBeNull();
  await undo(db, act ?? "");
  await endMeeting(db, id);
  expect(await endCall(db, id, { sinceAt: 1, untilAt: 2 })).toBeNull();
});
