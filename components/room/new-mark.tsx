import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { RoomModel } from "@/lib/state/room.ts";

/** Says of something in the room that it was not there, or said something else, when the room was last looked at. */
export function NewMark({ id, model }: { id: Id; model: RoomModel }) {
  const kind = model.news.marks.value.get(id);
  return kind ? <span class="new-mark">{i18n.t(`room.mark.${kind}`)}</span> : null;
}
