import { checkId } from "@/lib/domain/checklist.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { PastWrite } from "@/lib/domain/sample.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import type { ChecklistItemId } from "./checklists.ts";
import type { SampleClock } from "./sample-clock.ts";

/** What Carla ticked by hand, stage by stage, in days from today. */
const ticks: readonly [Stage, days: number, items: readonly ChecklistItemId[]][] = [
  ["prepare", -341, ["horizons"]],
  ["initiation", -84, ["quietSpace", "tellOfYourself", "openMind", "prepareQuestions"]],
  [
    "initiation",
    -70,
    ["agreeCommitments", "agreeRules", "agreeConfidence", "agreeOpenness", "discussPlan", "discussOutcomes"],
  ],
  ["initiation", -28, ["agreeSupport", "discussHorizons", "discussSupport"]],
  ["cultivation", -56, ["careerPlan", "beHonest"]],
  ["cultivation", -21, ["homework", "followThrough"]],
];

/** What the mentorship is for, what was ticked off its checklists, and an item of Carla's own. */
export function lifecycleWrites(clock: SampleClock, mentorshipId: Id): PastWrite[] {
  const writes: PastWrite[] = [
    {
      table: "mentorships",
      id: mentorshipId,
      patch: {
        scope: "From system administration to architecture, in the company where I am.",
        scopeType: "newRole",
      },
      at: clock.at(-83, "18:20"),
      did: "editMentorship",
    },
    {
      table: "checks",
      id: "sample-check-drawings",
      patch: {
        mentorshipId,
        stage: "cultivation",
        item: "",
        text: "Show a drawing that did not work, and say why",
        doneOn: null,
        hidden: false,
        order: 0,
      },
      at: clock.at(-27, "19:05"),
      did: "addCheck",
    },
    {
      table: "reminders",
      id: "sample-remind-thanks",
      patch: {
        mentorshipId,
        kind: "own",
        status: "open",
        text: "Write to the team that helped with the migration",
        urgent: false,
        on: clock.on(23),
        time: "10:00",
      },
      at: clock.at(-27, "19:10"),
      did: "addReminder",
    },
  ];
  for (const [stage, days, items] of ticks) {
    for (const [rank, item] of items.entries()) {
      writes.push({
        table: "checks",
        id: checkId(mentorshipId, item),
        patch: { mentorshipId, stage, item, text: "", doneOn: clock.on(days), hidden: false, order: 0 },
        at: clock.at(days, "18:40") + rank * 60_000,
        did: "setCheck",
      });
    }
  }
  return writes;
}
