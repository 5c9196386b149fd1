import type { Id } from "./envelope.ts";
import type { MeetingKind } from "./vocabulary.ts";
import type { AgendaTemplate } from "./mentorship.ts";
import { oneLine } from "./one-line.ts";

interface Part {
  id: Id;
  title: string;
}

/**
 * The parts of an agenda as they were typed, one on each line. A part that is called as before stays the same one with
 * its topics, wherever it stands now; a new name on a line takes the place of one that is not there any more.
 */
export function partsFromLines(lines: readonly string[], before: readonly Part[], newId: () => Id): Part[] {
  const titles = [...new Set(lines.map(oneLine).filter(Boolean))];
  const renamed = before.filter((part) => !titles.includes(part.title));
  return titles.map((title) => {
    const same = before.find((part) => part.title === title) ?? renamed.shift();
    return { id: same?.id ?? newId(), title };
  });
}

/** The templates with one kind's replaced; without parts it is again as it ships. */
export function withParts(
  agendas: readonly AgendaTemplate[],
  kind: MeetingKind,
  parts: Part[] | null,
): AgendaTemplate[] {
  const others = agendas.filter((each) => each.kind !== kind);
  return parts ? [...others, { kind, parts }] : others;
}
