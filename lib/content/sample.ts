import type { Id, Instant } from "@/lib/domain/envelope.ts";
import { roomKeyOf } from "@/lib/domain/meeting-room.ts";
import type { Mentorship, StageVisit } from "@/lib/domain/mentorship.ts";
import type { PastWrite, Sample } from "@/lib/domain/sample.ts";
import { agreementWrites } from "./sample-agreement.ts";
import { type SampleClock, sampleClock } from "./sample-clock.ts";
import { goalWrites } from "./sample-goals.ts";
import { lifecycleWrites } from "./sample-lifecycle.ts";
import { heldTimes, meetingWrites, sampleRoomUrl } from "./sample-meetings.ts";
import { prepareWrites } from "./sample-prepare.ts";
import { peopleWrites, samplePeople } from "./sample-people.ts";
import { planWrites } from "./sample-plan.ts";
import { promiseWrites } from "./sample-promises.ts";
import { threadWrites } from "./sample-thread.ts";
import { topicWrites } from "./sample-topics.ts";

const mentorshipId = "sample-mentorship";
const amara = "sample-person-amara";

/**
 * A year of Carla Mendes, who moves from administration to architecture with Dr. Amara Okafor as her mentor, told so
 * that today is a day in week 14 of 26: a check-in about 40 minutes from now, something overdue, something due today
 * and tomorrow, the next milestone in nine days. The same arguments give the same writes.
 * @param options.now epoch ms
 * @param options.me id of the user, who plays Carla
 */
export function sampleWrites(options: { now: Instant; timeZone: string; me: Id }): Sample {
  const clock = sampleClock(options.now, options.timeZone);
  const held = heldTimes(clock);
  const story = [
    ...lifeWrites(clock, options.me),
    ...goalWrites(clock, mentorshipId),
    ...planWrites(clock, mentorshipId, held.calibration.id),
    ...meetingWrites(clock, mentorshipId, options.me),
    ...topicWrites(clock, mentorshipId, held),
    ...promiseWrites(clock, mentorshipId, held),
    ...threadWrites(clock, mentorshipId, held),
    ...lifecycleWrites(clock, mentorshipId),
    ...prepareWrites(clock, mentorshipId, options.me),
    ...peopleWrites(clock, { mentorshipId, amara }),
  ].toSorted((a, b) => a.at - b.at);
  // After all the others, since it keeps a picture of what they made of the roadmap.
  const writes = [...story, ...agreementWrites(clock, mentorshipId, options.me, story)];
  return {
    mentorshipId,
    people: [options.me, amara, ...samplePeople],
    writes: writes.toSorted((a, b) => a.at - b.at),
  };
}

/** The two people and the stages they walked through, one step back included. */
function lifeWrites(clock: SampleClock, me: Id): PastWrite[] {
  const startedAt = clock.at(-362, "21:05");
  const visits: StageVisit[] = [
    { stage: "prepare", fromOn: clock.on(-362) },
    { stage: "initiation", fromOn: clock.on(-84) },
    { stage: "cultivation", fromOn: clock.on(-70) },
    {
      stage: "initiation",
      fromOn: clock.on(-36),
      why: "The integration team moved under platform, so we agree on the goals again.",
    },
    {
      stage: "cultivation",
      fromOn: clock.on(-28),
      why: "Goals agreed anew: reporting dropped, handing over admin work added.",
    },
  ];
  const began: Partial<Mentorship> = {
    role: "mentee",
    meId: me,
    partnerId: amara,
    destination: "Become a technical architect",
    visits: visits.slice(0, 1),
    startsOn: clock.on(-362),
    endsOn: null,
    cadence: null,
    roomUrl: null,
    roomKey: null,
  };
  const agreed: Partial<Mentorship> = {
    startsOn: clock.on(-92),
    endsOn: clock.on(-92 + 26 * 7),
    cadence: { every: 2, unit: "week" },
    roomUrl: sampleRoomUrl,
    roomKey: roomKeyOf(sampleRoomUrl),
  };
  const destination = "Move from system administration to a technical architect role within a year.";
  const of = { table: "mentorships" as const, id: mentorshipId };
  return [
    {
      table: "people",
      id: amara,
      patch: { name: "Dr. Amara Okafor" },
      at: startedAt,
      did: "startMentorship",
    },
    // All of it in one write: what follows in the row of the user is taken for their own when the sample goes.
    {
      table: "people",
      id: me,
      patch: {
        name: "Carla Mendes",
        role: "system administrator",
        ambition: "I want to become a technical architect",
      },
      at: startedAt,
      did: "startMentorship",
    },
    { ...of, patch: { ...began }, at: startedAt, did: "startMentorship" },
    { ...of, patch: { destination }, at: clock.at(-304, "20:35"), did: "setDestination" },
    ...visits.slice(1).map((visit, index) => ({
      ...of,
      patch: { visits: visits.slice(0, index + 2), ...(index === 0 ? agreed : {}) },
      at: clock.at([-84, -70, -36, -28][index] ?? -28, "17:40"),
      did: "setStage" as const,
      ...(visit.why === undefined ? {} : { why: visit.why }),
    })),
  ];
}
