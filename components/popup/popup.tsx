import { PanelRight, SquareArrowOutUpRight } from "lucide";
import type { ComponentChild } from "preact";
import { i18n } from "#i18n";
import { CaptureLine } from "@/components/kit/capture-line.tsx";
import { DestinationLine } from "@/components/kit/destination-line.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { LifeLine } from "@/components/kit/life-line.tsx";
import { WhoMenu } from "@/components/kit/who-menu.tsx";
import type { DueItem } from "@/lib/domain/due.ts";
import type { SnoozeChoice } from "@/lib/domain/snooze.ts";
import {
  countedReminders,
  dueReminders,
  finishLine,
  focusLine,
  snoozeLine,
} from "@/lib/state/reminders-apart.ts";
import type { PopupModel, PopupView } from "@/lib/state/popup.ts";
import { stageName } from "@/lib/state/stage-words.ts";
import { DueSection } from "./due-section.tsx";
import { GoalsSection } from "./goals-section.tsx";
import { NextSteps } from "./next-steps.tsx";

export interface DueActions {
  finish(item: DueItem): void;
  snooze(item: DueItem, choice: SnoozeChoice): void;
}

/** The popup of somebody with a mentorship: what is next, what is due, where the goals stand, and a line to capture. */
export function Popup({
  model,
  view,
  due,
  calls,
}: {
  model: PopupModel;
  view: PopupView;
  due: DueActions;
  /** The cards of calls, loaded apart. */
  calls: ComponentChild;
}) {
  const count = model.checklist.value;
  const page = useKeepFocus<HTMLElement>();
  return (
    <>
      <header>
        <div class="top">
          <WhoMenu
            name={view.partnerName}
            currentId={view.mentorshipId}
            others={view.others}
            onSwitch={(id) => void model.switchTo(id)}
            extra={[
              { id: "", label: i18n.t("popup.find"), onPick: () => model.capture.type("@") },
              { id: "claim", label: i18n.t("calls.claim"), onPick: () => model.claim() },
            ]}
          />
          {count && (
            <button
              type="button"
              class="btn sm quiet num"
              aria-label={i18n.t("checklist.countIn", [
                stageName(count.stage),
                String(count.done),
                String(count.total),
              ])}
              onClick={() => model.openWorkspace(`/stages/${count.stage}`)}
            >
              {count.done}/{count.total}
            </button>
          )}
          <button
            type="button"
            class="icon-btn"
            aria-label={i18n.t("popup.openPanel")}
            title={i18n.t("popup.openPanel")}
            onClick={() => model.openPanel()}
          >
            <Icon of={PanelRight} flip />
          </button>
          <button
            type="button"
            class="icon-btn"
            aria-label={i18n.t("popup.openWorkspace")}
            title={i18n.t("popup.openWorkspace")}
            onClick={() => model.openWorkspace("/today")}
          >
            <Icon of={SquareArrowOutUpRight} flip />
          </button>
        </div>
        <LifeLine life={view.life} />
        <DestinationLine text={view.destination} onOpen={() => model.openWorkspace("/roadmap")} />
      </header>
      <main ref={page} tabIndex={-1}>
        {calls}
        <NextSteps view={view} model={model} inRoom={Boolean(model.call.value?.meeting)} />
        <DueSection
          items={view.due}
          reminders={dueReminders.value}
          onFinish={(line) => void finishLine(line)}
          onPutOff={(line, choice) => void snoozeLine(line, choice)}
          count={view.dueCount + countedReminders.value}
          today={view.today}
          choices={model.snoozeChoices()}
          actions={due}
          onFollow={(line) => void focusLine(line).then(() => model.openWorkspace(line.path))}
          onOpen={model.openWorkspace}
        />
        <GoalsSection goals={view.goals} onOpen={model.openWorkspace} />
      </main>
      <CaptureLine
        capture={model.capture}
        name={i18n.t("popup.capture")}
        hint={i18n.t("popup.line")}
        autoFocus
      />
    </>
  );
}
