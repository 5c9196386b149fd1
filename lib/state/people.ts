import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { addPerson, chooseMentor, editPerson } from "@/lib/db/people.ts";
import { type AllPeople, allPeople } from "@/lib/db/person-card.ts";
import { nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { peopleNamed } from "@/lib/domain/find-people.ts";
import { byFit, type FitRating, fitOf } from "@/lib/domain/mentor-fit.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { Person } from "@/lib/domain/person.ts";
import { type Relation, relations, relationsOf } from "@/lib/domain/relations.ts";
import { perform } from "./acts.ts";
import { localTimeZone, minute } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName, partnerShort } from "./partner-name.ts";

export const peopleSorts = ["name", "lately"] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** Somebody in the list, with when they were met and will be. */
export interface PersonRow {
  person: Person;
  /** What they are called, also while they have no name. */
  name: string;
  relations: Relation[];
  next: { id: Id; on: Day; title: string } | null;
  lastOn: Day | null;
}

/** What somebody is called: their name, or what the mentorship with them calls them. */
export function calledBy(person: Person, mentorships: readonly Mentorship[]): string {
  const mentorship = mentorships.find((each) => each.partnerId === person.id);
  return mentorship ? partnerName({ mentorship, partner: person }) : person.name;
}

async function readPeople() {
  const [all, focused] = await Promise.all([allPeople(db), focusedMentorship(db)]);
  return { ...all, focused };
}

type Read = Awaited<ReturnType<typeof readPeople>>;

function rowOf(read: AllPeople, person: Person, now: Instant, timeZone: string): PersonRow {
  const own = read.mentorships.filter((each) => each.partnerId === person.id);
  const ids = new Set(own.map((each) => each.id));
  const meetings = read.meetings.filter((meeting) => ids.has(meeting.mentorshipId));
  const next = nextMeeting(meetings, now);
  const held = meetings.filter((meeting) => meeting.status === "held").map((each) => each.startsOn);
  return {
    person,
    name: calledBy(person, own),
    relations: relationsOf(person, read.mentorships),
    next: next ? { id: next.id, on: dayOf(startOf(next), timeZone), title: next.title } : null,
    lastOn: held.toSorted().at(-1) ?? null,
  };
}

function viewOf(
  read: Read,
  wanted: { query: string; relation: Relation | null; sort: PeopleSort },
  now: Instant,
) {
  const timeZone = localTimeZone();
  const all = read.people.map((person) => rowOf(read, person, now, timeZone));
  const found = peopleNamed(all, wanted.query).filter(
    (row) => !wanted.relation || row.relations.includes(wanted.relation),
  );
  const { focused } = read;
  return {
    me: read.me,
    today: dayOf(now, timeZone),
    rows: wanted.sort === "lately" ? found.toSorted(byLastMeeting) : found,
    total: all.length,
    /** What there is to choose from. */
    relations: relations.filter((each) => all.some((row) => row.relations.includes(each))),
    candidates: byFit(read.people.filter((person) => person.candidate)).map((person) => ({
      person,
      fit: fitOf(person),
    })),
    /** The mentorship that a candidate would be chosen for. */
    mentorship: focused && focused.mentorship.role !== "mentor" ? focused.mentorship : null,
    /** Nobody was chosen for it yet. */
    looking: Boolean(focused && focused.mentorship.role !== "mentor" && !focused.partner?.name),
    partnerShort: focused ? partnerShort(focused) : "",
  };
}

export type PeopleView = ReturnType<typeof viewOf>;
export type Candidate = PeopleView["candidates"][number];

/** Everybody in the user's mentoring life, and who may become their mentor. */
export function createPeople() {
  const rows = liveSignal(readPeople);
  const query = signal("");
  const relation = signal<Relation | null>(null);
  const sort = signal<PeopleSort>("name");
  const view = computed(() => {
    const wanted = { query: query.value, relation: relation.value, sort: sort.value };
    return rows.value && viewOf(rows.value, wanted, minute.value);
  });
  return {
    view,
    query,
    relation,
    sort,
    add(name: string, role: string, candidate: boolean) {
      return performInForm(
        async () => (await addPerson(db, { name, role, candidate })).act,
        i18n.t("people.said.added", [name.trim()]),
      );
    },
    rate(person: Pick<Person, "id">, rating: FitRating, value: number | null): Promise<boolean> {
      return perform(() => editPerson(db, person.id, { [rating]: value }));
    },
    /** @param mentorshipId whose mentor they become */
    choose(mentorshipId: Id, person: Pick<Person, "id" | "name">): Promise<boolean> {
      return perform(
        () => chooseMentor(db, mentorshipId, person.id),
        i18n.t("people.said.chosen", [person.name]),
      );
    },
  };
}

export type PeopleModel = ReturnType<typeof createPeople>;

/** Who is met next or was met last comes first; whom one never met stands at the end. */
function byLastMeeting(a: PersonRow, b: PersonRow): number {
  const [x, y] = [a.lastOn ?? "", b.lastOn ?? ""];
  return x === y ? a.name.localeCompare(b.name) : x < y ? 1 : -1;
}
