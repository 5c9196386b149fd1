import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { clockTime, longDay, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "./meeting-view.ts";

/** The person's own notes of a meeting. */
export interface NotesToShare {
  text: string;
  confidential: boolean;
}

/** What a meeting came to, with its notes. */
export function summaryMarkdown(view: MeetingView, notes: NotesToShare): string {
  const words = notes.text.trim();
  const actions = shareable(view.captures.filter((row) => row.table === "commitments"));
  const said = shareable(view.captures.filter((row) => row.table === "entries"));
  return blocks([
    headOf(view),
    listOf(
      i18n.t("wrapUp.nextSteps"),
      actions.map((row) => {
        const who = ownerName(row.owner ?? "me", view);
        return `${row.done ? "[x]" : "[ ]"} ${row.text} (${row.dueOn ? `${who}, ${shortDay(row.dueOn, view.today)}` : who})`;
      }),
    ),
    listOf(
      i18n.t("wrapUp.captured"),
      said.map((row) => `**${i18n.t(`kinds.${row.kind}`)}:** ${row.text}`),
    ),
    listOf(
      i18n.t("wrapUp.talkedAbout"),
      shareable(view.discussed).map((topic) => topic.title),
    ),
    words && !notes.confidential ? `## ${i18n.t("notes.heading")}\n\n${words}` : "",
  ]);
}

/** How many parts of a meeting are left out of its summary, since they are meant for nobody else. */
export function leftOutOfSummary(view: MeetingView, notes: NotesToShare): number {
  const count = (rows: readonly { confidential: boolean }[]): number =>
    rows.filter((row) => row.confidential).length;
  const note = notes.confidential && notes.text.trim() ? 1 : 0;
  return count(view.captures) + count(view.discussed) + note;
}

/**
 * What may be handed on. Everything is the person's own until they copy it; what they marked as confidential stays out
 * even then.
 */
export function shareable<T extends { confidential: boolean }>(rows: readonly T[]): T[] {
  return rows.filter(isShareable);
}

export function isShareable(row: { confidential?: boolean | null | undefined }): boolean {
  return row.confidential !== true;
}

/** Who is meant by an owner: "Me", "Amara", "Both". */
export function ownerName(owner: Commitment["owner"], view: Pick<MeetingView, "partnerShort">): string {
  if (owner === "them") return view.partnerShort;
  return i18n.t(owner === "me" ? "wrapUp.me" : "wrapUp.both");
}

export function headOf(view: MeetingView): string {
  const on = longDay(dayOf(view.startsAt, view.timeZone));
  const time = clockTime(timeOf(view.startsAt, view.timeZone));
  return `# ${view.meeting.title}\n\n${[view.partnerName, on, time].filter(Boolean).join(", ")}`;
}

export function listOf(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${heading}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

export function blocks(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
