import { Ellipsis, Lightbulb } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { BriefModel } from "@/lib/state/brief.ts";
import type { BriefView } from "@/lib/state/brief-view.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

/** Advice that was heard and not tried: taken up as a promise, tried already, or set aside. */
export function AdviceSection({
  brief,
  view,
  advice,
}: {
  brief: BriefModel;
  view: MeetingView;
  advice: BriefView["advice"];
}) {
  if (advice.length === 0) return null;
  return (
    <Section head={i18n.t("brief.advice")}>
      <ul class="list">
        {advice.map(({ id, text, on }) => (
          <li key={id} class="row k-advice">
            <span class="kind">
              <Icon of={Lightbulb} />
            </span>
            <span class="main">
              {text}
              <span class="meta">{i18n.t("brief.adviceFrom", [shortDay(on, view.today)])}</span>
            </span>
            <span class="end">
              <button
                type="button"
                class="btn sm quiet"
                aria-label={i18n.t("brief.tryNamed", [text])}
                onClick={() => void brief.tryAdvice(id)}
              >
                {i18n.t("brief.tryIt")}
              </button>
              <Menu
                label={i18n.t("brief.adviceMore", [text])}
                triggerClass="icon-btn sm"
                end
                trigger={<Icon of={Ellipsis} />}
                items={[
                  {
                    id: "applied",
                    label: i18n.t("brief.adviceApplied"),
                    onPick: () => void brief.setState(id, "applied", i18n.t("brief.saidApplied")),
                  },
                  {
                    id: "aside",
                    label: i18n.t("brief.adviceAside"),
                    onPick: () => void brief.setState(id, "setAside", i18n.t("brief.saidAside")),
                  },
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
