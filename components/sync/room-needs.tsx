import { CircleAlert, UserPlus } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { SetSection } from "@/components/settings/set-section.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import { type RoomInNeed, roomPath } from "@/lib/state/room-needs.ts";
import { detailOf, titleOf } from "./state-words.ts";

/** Rooms that need the person, each with the way to its page; nothing where none does. */
export function RoomNeeds({ rooms, now }: { rooms: readonly RoomInNeed[]; now: number }) {
  if (rooms.length === 0) return null;
  return (
    <SetSection title={i18n.t("sync.rooms.title")} intro={i18n.t("sync.rooms.intro")}>
      {rooms.map((room) => {
        const asks = room.need.kind === "asks";
        return (
          <div class={asks ? "notice" : "notice soon"} role="status" key={room.id}>
            <Icon of={asks ? UserPlus : CircleAlert} />
            <div class="lines">
              <span class="strong">{i18n.t("sync.rooms.with", [room.partner])}</span>
              <span class="meta">{wordsOf(room, now)}</span>
            </div>
            <div class="btns">
              <a
                class="btn sm"
                href={roomPath}
                aria-label={i18n.t("sync.rooms.openNamed", [room.partner])}
                onClick={room.open}
              >
                {i18n.t("sync.rooms.open")}
              </a>
            </div>
          </div>
        );
      })}
    </SetSection>
  );
}

function wordsOf({ need, partner, host }: RoomInNeed, now: number): string {
  if (need.kind === "asks") return i18n.t("sync.rooms.asks", [partner]);
  if (need.kind === "keysOff") return i18n.t("sync.rooms.keysOff");
  const { view } = need;
  if (need.kind === "keys") {
    const owed = i18n.t("sync.rooms.keys", [host]);
    return view.tone === "problem" ? `${owed} ${titleOf(view)}. ${detailOf(view, host, now)}` : owed;
  }
  if (view.words === "removed") return i18n.t("room.storage.removed");
  if (view.words === "offline" && need.kind === "away")
    return i18n.t("sync.rooms.away", [host, dayOfInstant(need.since)]);
  return `${titleOf(view)}. ${detailOf(view, host, now)}`;
}
