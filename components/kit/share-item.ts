import { DoorOpen } from "lucide";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { CopiedTable } from "@/lib/domain/shared-copy.ts";
import { roomIsLeft } from "@/lib/state/room-left.ts";
import { shareLater } from "@/lib/state/share-later.ts";
import type { MenuItem } from "./menu.tsx";
import { menuItem } from "./menu-item.tsx";

/** Copies a record into the shared room; where that was left it says so, and leads to where it can be opened again. */
export function shareItem(table: CopiedTable, id: Id): MenuItem {
  return menuItem("share", DoorOpen, shareWords(), () => {
    if (roomIsLeft.peek()) location.hash = "/room";
    else shareLater(table, id);
  });
}

export const shareWords = (): string => i18n.t(roomIsLeft.value ? "room.leftShare" : "room.share");
