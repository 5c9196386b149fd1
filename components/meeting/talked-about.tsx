import { Check, CornerDownRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { allLeftAt, LeftWhere } from "./left-where.tsx";
import { Section } from "./section.tsx";

/** What a meeting talked about; then what it did not get to, and where that went. */
export function TalkedAbout({ view }: { view: MeetingView }) {
  return (
    <>
      <Discussed view={view} />
      <Left view={view} />
    </>
  );
}

function Discussed({ view }: { view: MeetingView }) {
  if (view.discussed.length === 0) return null;
  return (
    <Section head={i18n.t("wrapUp.talkedAbout")}>
      <ul class="list plain">
        {view.discussed.map((topic) => (
          <li key={topic.id} class="row">
            <Icon of={Check} />
            <span class="main">{topic.title}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Left({ view }: { view: MeetingView }) {
  if (view.left.length === 0) return null;
  const all = allLeftAt(view.left);
  return (
    <Section head={i18n.t("wrapUp.left")} meta={all && <LeftWhere topic={all} />}>
      <ul class="list plain">
        {view.left.map((topic) => (
          <li key={topic.id} class="row">
            <Icon of={CornerDownRight} flip />
            <span class="main">
              {topic.title}
              {!all && (
                <span class="meta">
                  <LeftWhere topic={topic} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
