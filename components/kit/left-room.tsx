import { i18n } from "#i18n";

/** In the place of what would be shared in a room that was left. */
export function LeftRoom() {
  return (
    <a class="btn sm quiet" href="#/room">
      {i18n.t("room.leftShare")}
    </a>
  );
}
