import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import { evidenceHead, sinceHead } from "@/lib/state/brief-markdown.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { AdviceSection } from "./advice-section.tsx";
import { AgendaSection } from "./agenda-section.tsx";
import { BriefHead } from "./brief-head.tsx";
import { BriefList } from "./brief-list.tsx";
import { FocusQuestion } from "./focus-question.tsx";
import { HomeworkSection } from "./homework-section.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { ObstaclesSection } from "./obstacles-section.tsx";
import { ParkingLot } from "./parking-lot.tsx";
import { PromiseSection } from "./promise-section.tsx";
import { QuestionsSection } from "./questions-section.tsx";

const formLabels = {
  move: "meetings.formMove",
  split: "meetings.formSplit",
  other: "meetings.formEdit",
} as const;

/** Before the meeting: what it is for, what to talk about, what both promised, and what is new since they last met. */
export function Brief({
  model,
  view,
  brief,
  kickoff,
  notHeld,
}: {
  model: MeetingModel;
  view: MeetingView;
  brief: BriefModel;
  kickoff?: ComponentChildren;
  notHeld?: ComponentChildren;
}) {
  const purpose = model.form.purpose.value;
  const more = brief.view.value;
  // Its topics went on without it; an agenda and a focus that nobody needs are not asked for.
  const over = isNotHeld(view.meeting.status);
  const fills = new Set(view.sections.map(({ fill }) => fill));
  return (
    <div class="stop brief">
      <div class="stop-head">
        {purpose ? (
          <MeetingForm
            form={model.form}
            label={i18n.t(
              formLabels[purpose.kind === "move" || purpose.kind === "split" ? purpose.kind : "other"],
              [view.meeting.title],
            )}
            today={view.today}
            localZone={view.timeZone}
            partner={view.partnerShort}
          />
        ) : (
          <BriefHead
            model={model}
            view={view}
            onCopy={() => void brief.copy()}
            onEditParts={() => {
              brief.editsParts.value = true;
            }}
          />
        )}
      </div>
      <div class="col">
        {!purpose && notHeld}
        {(!over || view.meeting.focus) && (
          <FocusQuestion model={model} view={view} goals={more?.openGoals ?? []} />
        )}
        {(!over || view.agenda.length > 0) && (
          <AgendaSection model={model} view={view} brief={brief} more={more} />
        )}
        <ParkingLot brief={brief} model={model} parked={view.parked} />
        {kickoff}
      </div>
      <div class="col">
        <PromiseSection model={model} view={view} whose="mine" onReport={brief.report} />
        <PromiseSection model={model} view={view} whose="theirs" />
        {more && (
          <>
            <HomeworkSection brief={brief} rows={more.noHomework} />
            <QuestionsSection
              model={model}
              questions={view.questions}
              brief={brief}
              suggested={more.suggestedBeside}
            />
            {!fills.has("evidence") && <BriefList head={evidenceHead(view)} rows={more.evidence} />}
            {!fills.has("obstacles") && <ObstaclesSection brief={brief} rows={more.obstacles} />}
            <AdviceSection brief={brief} view={view} advice={more.advice} />
            <BriefList head={sinceHead(view)} rows={more.since} />
          </>
        )}
      </div>
    </div>
  );
}
