import { i18n } from "#i18n";

const places = [
  ["agreement", "/agreement"],
  ["roadmap", "/roadmap"],
  ["agenda", "/meetings"],
  ["steps", "/actions"],
  ["journal", "/journal"],
  ["resources", "/resources"],
] as const;

/** The ways to all that one wrote oneself, in the room or not. */
export function RoomLinks() {
  return (
    <nav class="aside-sec" aria-label={i18n.t("room.own.title")}>
      <h2 class="head">{i18n.t("room.own.title")}</h2>
      <ul class="room-links">
        {places.map(([name, path]) => (
          <li key={name}>
            <a href={`#${path}`}>{i18n.t(`room.own.${name}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
