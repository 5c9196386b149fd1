import { NotebookPen, ShieldCheck, Video } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { startOf } from "@/lib/domain/carry-over.ts";
import type { Id, Instant } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { type Room } from "@/lib/domain/meeting-room.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { untilInstant } from "@/lib/i18n/dates.ts";

/** The active tab is the room of a meeting: offer its notes beside the call. */
export function RoomCard({
  room,
  partnerShort,
  onOpen,
  now,
}: {
  room: Room & { meeting: Meeting };
  partnerShort: string;
  onOpen: (id: Id, stop: "notes" | "brief") => void;
  now: Instant;
}) {
  const startsAt = startOf(room.meeting);
  return (
    <section class="room" aria-labelledby="room">
      <p class="where meta">
        <Icon of={Video} size="sm" />
        <span>{i18n.t("popup.room.beside", [platformName(room.platform)])}</span>
        <span>{startsAt <= now ? i18n.t("popup.now") : untilInstant(startsAt, now)}</span>
      </p>
      <h2 class="sr">{i18n.t("popup.nextMeeting")}</h2>
      <p class="title" id="room">
        {i18n.t("popup.room.with", [room.meeting.title, partnerShort])}
      </p>
      <button type="button" class="btn primary lg wide" onClick={() => onOpen(room.meeting.id, "notes")}>
        <Icon of={NotebookPen} />
        {i18n.t("popup.openNotes")}
      </button>
      <p class="meta privacy">
        <Icon of={ShieldCheck} size="sm" />
        {i18n.t("popup.room.privacy")}
      </p>
    </section>
  );
}
