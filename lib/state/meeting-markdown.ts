import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { clockTime, longDay, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "./meeting-view.ts";
import { stageName } from "./stage-words.ts";

/** The person's own notes of a meeting. */
export interface NotesToShare {
  text: string;
  confidential: boolean;
}

/** What one wants to have at hand before the meeting, as Markdown for a mail or a chat. */
export function briefMarkdown(view: MeetingView): string {
  const { meeting, promises } = view;
  return blocks([
    headOf(view),
    i18n.t("lifecycle.stageLine", [stageName(currentVisit(view.mentorship, view.today).stage)]),
    meeting.focus ? `> ${meeting.focus}` : "",
    listOf(
      i18n.t("brief.agenda"),
      shareable(view.agenda).map((row) => `${row.done ? "[x] " : ""}${row.title}`),
    ),
    listOf(
      i18n.t("brief.iPromised"),
      promises.mine.filter(isShareable).map((row) => promiseLine(row, view)),
    ),
    listOf(
      i18n.t("actions.waiting", [view.partnerShort]),
      promises.theirs.filter(isShareable).map((row) => promiseLine(row, view)),
    ),
    listOf(
      i18n.t("brief.questions"),
      shareable(openQuestions(view)).map((row) => row.text),
    ),
  ]);
}

/** How many parts of the brief are left out of what is copied, since they are meant for nobody else. */
export function leftOutOfBrief(view: MeetingView): number {
  const rows = [...view.agenda, ...openQuestions(view), ...view.promises.mine, ...view.promises.theirs];
  return rows.filter((row) => !isShareable(row)).length;
}

function openQuestions(view: MeetingView): MeetingView["questions"] {
  return view.questions.filter((row) => !row.topicId || row.parked);
}

/**
 * What may be handed on. Everything is the person's own until they copy it; what they marked as confidential stays out
 * even then.
 */
function shareable<T extends { confidential: boolean }>(rows: readonly T[]): T[] {
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

function headOf(view: MeetingView): string {
  const { title, line } = headLines(view);
  return `# ${title}\n\n${line}`;
}

function promiseLine(row: Commitment, view: MeetingView): string {
  const box = row.status === "done" ? "[x]" : "[ ]";
  return `${box} ${row.title}${row.dueOn ? ` (${shortDay(row.dueOn, view.today)})` : ""}`;
}

function listOf(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${heading}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function blocks(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
