import { X } from "lucide";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-line.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { elapsed } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { CaptureRow } from "@/lib/state/meeting-view.ts";
import { Section } from "./section.tsx";

/** What was taken down in this meeting, with the time it was said. */
export function CaptureList({ model, captures }: { model: MeetingModel; captures: readonly CaptureRow[] }) {
  return (
    <Section head={i18n.t("notes.captures")} meta={captures.length > 0 && String(captures.length)}>
      {captures.length === 0 && <p class="meta">{i18n.t("notes.none")}</p>}
      <ul class="caps">
        {captures.map((row) => {
          const kind = i18n.t(`kinds.${row.kind}`);
          return (
            <li key={row.id} class={`cap k-${row.kind}`}>
              <Icon of={captureIcons[row.kind]} />
              <p>
                <b>{kind}</b> {row.text}
              </p>
              {row.atSeconds !== null && (
                <time class="at" aria-label={i18n.t("notes.at", [elapsed(row.atSeconds)])}>
                  {elapsed(row.atSeconds)}
                </time>
              )}
              <button
                type="button"
                class="icon-btn sm"
                aria-label={i18n.t("notes.remove", [kind, row.text])}
                title={i18n.t("common.remove")}
                onClick={() => void model.removeCapture(row)}
              >
                <Icon of={X} size="sm" />
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
