import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { AgendaSection } from "./agenda-section.tsx";
import { BriefHead } from "./brief-head.tsx";
import { FocusQuestion } from "./focus-question.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { PromiseSection } from "./promise-section.tsx";
import { QuestionsSection } from "./questions-section.tsx";

/** Before the meeting: what it is for, what to talk about, and what both promised. */
export function Brief({
  model,
  view,
  kickoff,
  notHeld,
}: {
  model: MeetingModel;
  view: MeetingView;
  kickoff?: ComponentChildren;
  notHeld?: ComponentChildren;
}) {
  const purpose = model.form.purpose.value;
  return (
    <div class="stop brief">
      <div class="stop-head">
        {purpose ? (
          <MeetingForm
            form={model.form}
            label={i18n.t(purpose.kind === "move" ? "meetings.formMove" : "meetings.formEdit", [
              view.meeting.title,
            ])}
            today={view.today}
            localZone={view.timeZone}
            partner={view.partnerShort}
          />
        ) : (
          <BriefHead model={model} view={view} />
        )}
      </div>
      <div class="col">
        {!purpose && notHeld}
        <FocusQuestion model={model} focus={view.meeting.focus ?? ""} />
        <AgendaSection model={model} view={view} />
        {kickoff}
      </div>
      <div class="col">
        <PromiseSection model={model} view={view} whose="mine" />
        <PromiseSection model={model} view={view} whose="theirs" />
        <QuestionsSection model={model} questions={view.questions} />
      </div>
    </div>
  );
}
