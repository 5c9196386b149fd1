import { DoorOpen } from "lucide";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { CopiedTable } from "@/lib/domain/shared-copy.ts";
import { roomIsLeft } from "@/lib/state/room-left.ts";
import { shareLater } from "@/lib/state/share-later.ts";
import { Icon } from "./icon.tsx";
import { LeftRoom } from "./left-room.tsx";

/** Copies a record into the shared room. */
export function ShareButton({ table, id, title }: { table: CopiedTable; id: Id; title: string }) {
  if (roomIsLeft.value) return <LeftRoom />;
  return (
    <button
      type="button"
      class="btn sm quiet"
      aria-label={i18n.t("room.shareNamed", [title])}
      onClick={() => shareLater(table, id)}
    >
      <Icon of={DoorOpen} size="sm" />
      {i18n.t("room.share")}
    </button>
  );
}
