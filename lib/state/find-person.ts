import { computed, type ReadonlySignal } from "@preact/signals";
import { allPeople } from "@/lib/db/person-card.ts";
import { nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { peopleNamed } from "@/lib/domain/find-people.ts";
import { localTimeZone, minute, today } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** So many fit above the capture line. */
const shown = 5;

/**
 * The people whose name is being typed after an "@" in a capture line, with the next meeting of each.
 * @param line what stands in the capture line
 */
export function createFindPerson(line: ReadonlySignal<string>) {
  const rows = liveSignal(() => allPeople(db));
  const query = computed(() => line.value.trim().slice(1).trim());
  const found = computed(() => {
    const all = rows.value;
    if (!all) return undefined;
    const { mentorships } = all;
    return peopleNamed(
      all.people.filter((person) => person.name),
      query.value,
    )
      .slice(0, shown)
      .map((person) => {
        const own = new Set(mentorships.filter((row) => row.partnerId === person.id).map((row) => row.id));
        const next = nextMeeting(
          all.meetings.filter((meeting) => own.has(meeting.mentorshipId)),
          minute.value,
        );
        return {
          id: person.id,
          name: person.name,
          role: person.role ?? "",
          nextOn: next ? dayOf(startOf(next), localTimeZone()) : null,
        };
      });
  });
  return { query, found, today };
}

export type FindPersonModel = ReturnType<typeof createFindPerson>;
