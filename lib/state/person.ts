import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { completeCommitment } from "@/lib/db/commitments.ts";
import { editPerson, type PersonEdit, type PersonText, removePerson } from "@/lib/db/people.ts";
import { personCard } from "@/lib/db/person-card.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { mentorshipContents } from "@/lib/db/trash.ts";
import { nextMeeting, startOf } from "@/lib/domain/carry-over.ts";
import { dayOf, isTimeZone, timeOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { personLinks } from "@/lib/domain/person-links.ts";
import { earlierPriorities } from "@/lib/domain/priorities.ts";
import { relationsOf } from "@/lib/domain/relations.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { topicTitle } from "@/lib/domain/topic-title.ts";
import type { TrashItem } from "@/lib/domain/trash.ts";
import { perform } from "./acts.ts";
import { localTimeZone, minute } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { calledBy } from "./people.ts";
import { go } from "./route.ts";

async function readPerson(id: Id) {
  const card = await personCard(db, id);
  if (!card) return null;
  const contents = await Promise.all(card.mentorships.map((row) => mentorshipContents(db, row.id)));
  return { card, contents: summed(contents) };
}

type Read = NonNullable<Awaited<ReturnType<typeof readPerson>>>;

function viewOf({ card, contents }: Read, now: Instant) {
  const timeZone = localTimeZone();
  const { person, mentorships } = card;
  const today = dayOf(now, timeZone);
  const zone = person.timeZone && isTimeZone(person.timeZone) ? person.timeZone : null;
  const next = nextMeeting(card.meetings, now);
  const last = card.meetings
    .filter((meeting) => meeting.status === "held")
    .toSorted((a, b) => startOf(b) - startOf(a))[0];
  const open = card.commitments
    .filter((row) => row.status === "open")
    .toSorted((a, b) => ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1));
  return {
    person,
    name: calledBy(person, mentorships),
    isMe: card.isMe,
    today,
    relations: relationsOf(person, mentorships),
    /** What the clock on their wall says. */
    local: zone ? { zone, time: timeOf(now, zone), on: dayOf(now, zone) } : null,
    links: personLinks(person.links ?? ""),
    earlier: earlierPriorities(card.log),
    mentorships: mentorships.map((mentorship) => ({
      mentorship,
      stage: currentVisit(mentorship, today).stage,
    })),
    next: next ? meetingFacts(next, timeZone) : null,
    last: last ? meetingFacts(last, timeZone) : null,
    promises: {
      mine: open.filter((row) => row.owner !== "them"),
      theirs: open.filter((row) => row.owner === "them"),
    },
    /** What goes to the trash with them. */
    contents,
  };
}

export type PersonView = ReturnType<typeof viewOf>;

/** One person: who they are, what is shared with them, and what was promised both ways. */
export function createPerson(id: Id) {
  const rows = liveSignal(() => readPerson(id));
  const view = computed(() => rows.value && viewOf(rows.value, minute.value));
  return {
    view,
    edit(edit: PersonEdit) {
      return performInForm(() => editPerson(db, id, edit), i18n.t("people.said.saved"));
    },
    write(field: PersonText, text: string) {
      return performInForm(() => editPerson(db, id, { [field]: text }), i18n.t("people.said.saved"));
    },
    setCandidate(candidate: boolean): Promise<boolean> {
      return perform(
        () => editPerson(db, id, { candidate }),
        i18n.t(candidate ? "people.said.candidate" : "people.said.noCandidate"),
      );
    },
    finish(promise: Pick<Commitment, "id">): Promise<boolean> {
      return perform(() => completeCommitment(db, promise.id), i18n.t("said.done"));
    },
    /** Puts a promise on the agenda of the next meeting, once. */
    discussPromise({ id: fromId, title, mentorshipId }: Commitment): Promise<boolean> {
      if (!mentorshipId) return Promise.resolve(false);
      return perform(
        () => addTopic(db, mentorshipId, title, "topic", { table: "commitments", id: fromId }),
        i18n.t("goals.said.onAgenda"),
      );
    },
    /** Puts what matters to them on the agenda of the next meeting with them, once. */
    discussPriorities(): Promise<boolean> {
      const shown = view.peek();
      const mentorship = shown?.mentorships[0]?.mentorship;
      if (!shown || !mentorship) return Promise.resolve(false);
      const title = topicTitle(i18n.t("people.prioritiesTopic", [shown.person.priorities ?? ""]));
      return perform(
        () => addTopic(db, mentorship.id, title, "topic", { table: "people", id }),
        i18n.t("goals.said.onAgenda"),
      );
    },
    async remove(name: string): Promise<void> {
      if (await perform(() => removePerson(db, id), i18n.t("people.said.removed", [name]))) go("/people");
    },
  };
}

export type PersonModel = ReturnType<typeof createPerson>;

function meetingFacts(meeting: Meeting, timeZone: string) {
  return { id: meeting.id, title: meeting.title, on: dayOf(startOf(meeting), timeZone) };
}

function summed(all: readonly TrashItem["contents"][]): TrashItem["contents"] {
  const sum: TrashItem["contents"] = {};
  for (const counts of all) {
    for (const [table, count] of Object.entries(counts) as [keyof typeof sum, number][]) {
      sum[table] = (sum[table] ?? 0) + count;
    }
  }
  return sum;
}
