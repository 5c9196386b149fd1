import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { timeOf } from "@/lib/domain/civil-time.ts";
import { startOf } from "@/lib/domain/carry-over.ts";
import { clockTime } from "@/lib/i18n/dates.ts";
import type { UseView } from "@/lib/state/calls.ts";

/** Who is this with? One button for each. */
export function WhoList({ uses, onChoose }: { uses: readonly UseView[]; onChoose: (use: UseView) => void }) {
  return (
    <>
      <p class="title" id="who-with">
        {i18n.t("calls.who")}
      </p>
      <ul class="list who-list" aria-labelledby="who-with">
        {uses.map((use) => (
          <li key={`${use.mentorshipId} ${use.meeting?.id ?? ""}`}>
            <button type="button" class="row" onClick={() => onChoose(use)}>
              <Avatar name={use.name} />
              <span class="main">
                {use.name}
                <span class="meta">{detailOf(use)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function detailOf({ meeting, last }: UseView): string {
  const what = meeting
    ? i18n.t("calls.planned", [meeting.title, clockTime(timeOf(startOf(meeting), Temporal.Now.timeZoneId()))])
    : i18n.t("calls.unplanned");
  return last ? i18n.t("calls.last", [what]) : what;
}
