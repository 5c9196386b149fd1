import { i18n } from "#i18n";
import { shippedAgendas } from "@/lib/content/agendas.ts";
import type { AgendaSection } from "@/lib/domain/agenda-order.ts";
import type { Mentorship } from "@/lib/domain/mentorship.ts";
import type { MeetingKind } from "@/lib/domain/vocabulary.ts";

/** The parts that the agenda of a kind of meeting has in a mentorship: those that ship, or what became of them there. */
export function agendaSections(
  mentorship: Pick<Mentorship, "agendas">,
  kind: MeetingKind,
): readonly AgendaSection[] {
  const shipped = shippedAgendas[kind].parts.map((part): AgendaSection => ({
    id: part.id,
    title: i18n.t(`agenda.parts.${part.id}`),
    fill: "fill" in part ? part.fill : null,
  }));
  const own = mentorship.agendas?.find((each) => each.kind === kind);
  if (!own) return shipped;
  return own.parts.map(({ id, title }) => ({
    id,
    title,
    fill: shipped.find((part) => part.id === id)?.fill ?? null,
  }));
}
