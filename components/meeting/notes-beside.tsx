import { PictureInPicture2 } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";

/** A room whose page hands over to an application: the way to notes that stand beside it. */
export function NotesBeside({ model, view }: { model: MeetingModel; view: MeetingView }) {
  if (!view.inApplication || !view.platform || view.meeting.endedAt) return null;
  if (model.alone.value || model.besideCall.value) return null;
  return (
    <p class="note-notice">
      <span class="meta">{i18n.t("notes.ownWindowWhy", [view.platform])}</span>
      <button type="button" class="btn sm" onClick={() => void model.openBeside()}>
        <Icon of={PictureInPicture2} size="sm" />
        {i18n.t("notes.ownWindow")}
      </button>
    </p>
  );
}
