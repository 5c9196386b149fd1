import { i18n } from "#i18n";

const known = ["open", "reached", "done", "discussed", "parked", "dropped"] as const;

/** How far something in a room is; what a later version calls it stays as it is. */
export function stateWords(state: string | null | undefined): string {
  const name = known.find((each) => each === state);
  return name ? i18n.t(`room.states.${name}`) : (state ?? "");
}
