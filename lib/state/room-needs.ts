import { computed } from "@preact/signals";
import { reportError } from "@/lib/browser/report-error.ts";
import { focusMentorship } from "@/lib/db/mentorship-rows.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { storagePlace } from "@/lib/domain/storage-address.ts";
import { roomsHere } from "@/lib/spaces/rooms-here.ts";
import { minute } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerShort } from "./partner-name.ts";
import { type RoomNeed, roomNeed } from "./room-need.ts";

/** A room that needs the person. */
export interface RoomInNeed {
  id: Id;
  partner: string;
  host: string;
  need: RoomNeed;
  /** Brings its mentorship into focus; to be followed by its page. */
  open: () => void;
}

export const roomPath = "#/room";

/** Those that need the person, to be told of where Sync is. */
export function createRoomNeeds() {
  const rooms = liveSignal(() => roomsHere(db));
  return computed((): RoomInNeed[] =>
    (rooms.value ?? []).flatMap((room) => {
      const need = roomNeed(room, minute.value);
      if (!need) return [];
      const { id } = room.of.mentorship;
      const open = (): void => {
        focusMentorship(db, id).catch((error: unknown) => reportError("focus", error));
      };
      return [{ id, partner: partnerShort(room.of), host: storagePlace(room.url).host, need, open }];
    }),
  );
}
