import { computed } from "@preact/signals";
import { checklistItems, kickoffGroups } from "@/lib/content/checklists.ts";
import { findMentorship } from "@/lib/db/mentorship-rows.ts";
import { readStageRecords } from "@/lib/db/stage-records.ts";
import { checklistOf } from "@/lib/domain/checklist.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { checklistActs } from "./checklist-acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** What a kickoff goes through: the working agreements and discussion topics of the initiation's checklist. */
export function createKickoffList(mentorshipId: Id) {
  const rows = liveSignal(async () => {
    const found = await findMentorship(db, mentorshipId);
    return found && { ...found, records: await readStageRecords(db, found.mentorship) };
  });
  return {
    mentorshipId,
    view: computed(() => {
      const read = rows.value;
      if (!read) return read;
      const all = checklistOf(checklistItems, "initiation", read.records).items;
      const items = all.filter(({ shipped }) => kickoffGroups.some((group) => group === shipped?.group));
      return { items, role: read.mentorship.role, done: items.filter((item) => item.done).length };
    }),
    ...checklistActs,
  };
}

export type KickoffListModel = ReturnType<typeof createKickoffList>;
