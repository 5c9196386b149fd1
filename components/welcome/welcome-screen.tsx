import { ArchiveRestore, ArrowLeft, CloudDownload, DoorOpen, Eye, Trash2 } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { AnswerField, WelcomeModel } from "@/lib/state/welcome.ts";
import { Side } from "./side.tsx";
import { Steps } from "./steps.tsx";

/** Setting out: one page, no account, nothing needed but a name. Fills the window; the Shell is not around it. */
export function WelcomeScreen({ model }: { model: WelcomeModel }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => model.arrive(), []);
  const another = model.another.value;
  const shortcut = model.shortcut.value;

  const start = async (): Promise<void> => {
    const element = form.current;
    if (!element) return;
    const halfTyped = [...element.querySelectorAll("input")]
      .filter((input) => input.validity.badInput)
      .map((input) => input.name);
    const wrong = await model.start(fieldsIn(halfTyped));
    if (wrong) element.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };

  return (
    <div class="welcome">
      <Side another={another} pinHint={i18n.t(model.pinHint)} />
      <main id="main">
        <form
          ref={form}
          aria-label={i18n.t("welcome.form")}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          {another && (
            <a class="btn sm quiet back" href="#/today">
              <Icon of={ArrowLeft} size="sm" flip />
              {i18n.t("welcome.back")}
            </a>
          )}
          {model.restored.value && (
            <p class="hint restored" role="status">
              {i18n.t("welcome.restored")}
            </p>
          )}
          <Steps model={model}>
            <button
              type="button"
              class="btn sm quiet look"
              disabled={model.busy.value}
              onClick={() => void model.lookAround()}
            >
              <Icon of={Eye} size="sm" />
              {i18n.t("welcome.sample")}
            </button>
            {!another && (
              <>
                <a class="btn sm quiet look" href="#/settings/data?restore=1">
                  <Icon of={ArchiveRestore} size="sm" />
                  {i18n.t("backup.choose")}
                </a>
                <a class="btn sm quiet look" href="#/settings/sync">
                  <Icon of={CloudDownload} size="sm" />
                  {i18n.t("sync.restore.welcome")}
                </a>
                <a class="btn sm quiet look" href="#/settings/data?room=1">
                  <Icon of={DoorOpen} size="sm" />
                  {i18n.t("welcome.invited")}
                </a>
              </>
            )}
            {model.trashed.value > 0 && (
              <a class="btn sm quiet look" href="#/trash">
                <Icon of={Trash2} size="sm" />
                {i18n.t("history.openTrash")}
              </a>
            )}
          </Steps>
          <footer class="go">
            <FailureNotice failure={model.failure.value} />
            <button type="submit" class="btn primary lg" disabled={model.busy.value}>
              {i18n.t(another ? "welcome.startAnother" : "welcome.start")}
            </button>
            {another && (
              <a class="btn quiet lg" href="#/today">
                {i18n.t("common.cancel")}
              </a>
            )}
            {shortcut && (
              <span class="meta end">
                {i18n.t("welcome.open")} <kbd>{shortcut}</kbd>
              </span>
            )}
          </footer>
        </form>
      </main>
    </div>
  );
}

const dated = ["milestoneOn", "meetingOn", "meetingTime"] as const satisfies readonly AnswerField[];

function fieldsIn(names: readonly string[]): AnswerField[] {
  return dated.filter((field) => names.includes(field));
}
