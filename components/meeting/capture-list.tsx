import { i18n } from "#i18n";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { CaptureRow } from "@/lib/state/meeting-view.ts";
import { CaptureLineItem } from "./capture-line-item.tsx";
import { Section } from "./section.tsx";

/** What was taken down in this meeting, with the time it was said. */
export function CaptureList({ model, captures }: { model: MeetingModel; captures: readonly CaptureRow[] }) {
  return (
    <Section head={i18n.t("notes.captures")} meta={captures.length > 0 && String(captures.length)}>
      {captures.length === 0 && <p class="meta">{i18n.t("notes.none")}</p>}
      <ul class="caps">
        {captures.map((row) => (
          <CaptureLineItem key={row.id} model={model} row={row} />
        ))}
      </ul>
    </Section>
  );
}
