import { useId } from "preact/hooks";
import { Icon } from "@/components/kit/icon.tsx";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import { accomplishedHead, accomplishedWords } from "@/lib/state/meeting-recap.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { accomplishedIcons } from "./accomplished-icons.ts";
import { Section } from "./section.tsx";

/** What was done since the meeting before. What is unticked stays out of the record of this one. */
export function Accomplished({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  const id = useId();
  // What was said in this meeting is asked about by its kind.
  const rows = after.accomplished.value.filter(({ each }) => !isOfMeeting(each.id, view));
  if (rows.length === 0) return null;
  return (
    <Section head={accomplishedHead(after.sinceOn.value, view.today)}>
      <ul class="list">
        {rows.map(({ each, belongs }) => (
          <li key={each.id} class="row">
            <input
              class="check"
              type="checkbox"
              id={`${id}-${each.id}`}
              checked={belongs}
              onChange={(event) => void after.belong(each.id, event.currentTarget.checked)}
            />
            <label class={belongs ? "main" : "main done-text"} for={`${id}-${each.id}`}>
              {accomplishedWords(each, view)}
            </label>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The same for reading, with what was said in the meeting. */
export function AccomplishedList({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  const rows = after.accomplished.value.filter(({ belongs }) => belongs);
  if (rows.length === 0) return null;
  return (
    <Section head={accomplishedHead(after.sinceOn.value, view.today)}>
      <ul class="list plain">
        {rows.map(({ each }) => (
          <li key={each.id} class="row">
            <Icon of={accomplishedIcons[each.table]} />
            <span class="main">{accomplishedWords(each, view)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function isOfMeeting(id: string, view: MeetingView): boolean {
  return view.captures.some((row) => row.id === id);
}
