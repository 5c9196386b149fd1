import type { SectionFill } from "@/lib/domain/agenda-order.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";

/** The parts that the agenda of a kind of meeting has, and how long it takes. */
export interface ShippedAgenda {
  minutes: number;
  /** Their words stand in the locale file under `agenda.parts`, by these ids, which never change. */
  parts: readonly { id: ShippedPart; fill?: SectionFill }[];
}

/** The agendas that ship. Each can be changed, for one mentorship. */
export const shippedAgendas = {
  kickoff: {
    minutes: 60,
    parts: [
      { id: "getToKnow", fill: "questions" },
      { id: "goalAndPlan", fill: "needsWork" },
      { id: "agreement" },
      { id: "nextMeeting" },
    ],
  },
  mentorKickoff: {
    minutes: 60,
    parts: [
      { id: "getToKnow", fill: "questions" },
      { id: "whatTheyBring" },
      { id: "howWeWork" },
      { id: "firstSteps" },
      { id: "nextMeeting" },
    ],
  },
  checkIn: {
    minutes: 45,
    parts: [
      { id: "evidence", fill: "evidence" },
      { id: "obstacles", fill: "obstacles" },
      { id: "priorities" },
    ],
  },
  review: {
    minutes: 60,
    parts: [
      { id: "evidence", fill: "evidence" },
      { id: "worked" },
      { id: "didNot", fill: "obstacles" },
      { id: "adjust" },
    ],
  },
  calibration: {
    minutes: 60,
    parts: [{ id: "expectations" }, { id: "objectives", fill: "needsWork" }, { id: "wins", fill: "wins" }],
  },
  final: {
    minutes: 60,
    parts: [
      { id: "enjoyed" },
      { id: "remember", fill: "wins" },
      { id: "lessons" },
      { id: "thanks" },
      { id: "keepInTouch" },
    ],
  },
  keepInTouch: { minutes: 30, parts: [{ id: "news" }, { id: "help" }, { id: "nextContact" }] },
  adHoc: { minutes: 30, parts: [] },
} as const satisfies Record<
  MeetingKind,
  { minutes: number; parts: readonly { id: string; fill?: SectionFill }[] }
>;

export type ShippedPart = (typeof shippedAgendas)[MeetingKind]["parts"][number]["id"];
