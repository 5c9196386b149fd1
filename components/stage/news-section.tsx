import { i18n } from "#i18n";
import { Segments } from "@/components/kit/segments.tsx";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";

const answers = ["yes", "no"] as const;

/** Whether the other person wants to hear how it goes on, once the mentorship is over. */
export function NewsSection({ model, view }: { model: StagesModel; view: StagesView }) {
  const { id, keepUpdated, touchEveryWeeks } = view.mentorship;
  return (
    <section class="aside-sec stage-role" aria-labelledby="news">
      <div class="sec-head">
        <h2 class="head" id="news">
          {i18n.t("reminders.settingsPage.keepUpdated")}
        </h2>
        {keepUpdated && (
          <a class="btn sm link end" href="#/settings/reminders">
            {i18n.t("lifecycle.news.change")}
          </a>
        )}
      </div>
      <Segments<"yes" | "no" | "open">
        label={i18n.t("reminders.settingsPage.keepUpdated")}
        value={keepUpdated ?? "open"}
        options={answers.map((value) => ({ value, label: i18n.t(`reminders.settingsPage.answer.${value}`) }))}
        onChange={(answer) => {
          if (answer !== "open") void model.answerKeepUpdated(id, answer);
        }}
      />
      <p class="meta">
        {keepUpdated === "yes" && touchEveryWeeks
          ? i18n.t("lifecycle.news.yes", [String(touchEveryWeeks)])
          : i18n.t(keepUpdated === "no" ? "lifecycle.news.no" : "lifecycle.news.open")}
      </p>
    </section>
  );
}
