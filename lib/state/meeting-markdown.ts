import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { clockTime, longDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "./meeting-view.ts";

/** The person's own notes of a meeting. */
export interface NotesToShare {
  text: string;
  confidential: boolean;
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

/** What meeting it is: its title, and with whom and when. */
export function headLines(view: MeetingView): { title: string; line: string } {
  const on = longDay(dayOf(view.startsAt, view.timeZone));
  const time = clockTime(timeOf(view.startsAt, view.timeZone));
  return { title: view.meeting.title, line: [view.partnerName, on, time].filter(Boolean).join(", ") };
}

export function headOf(view: MeetingView): string {
  const { title, line } = headLines(view);
  return `# ${title}\n\n${line}`;
}

export function listOf(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${heading}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

export function blocks(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
