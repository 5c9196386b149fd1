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

/** How many parts of a meeting are left out of what is copied, since they are meant for nobody else. */
export function leftOutOf(what: "brief" | "summary", view: MeetingView, notes: NotesToShare): number {
  const count = (rows: readonly { confidential: boolean }[]): number =>
    rows.filter((row) => row.confidential).length;
  if (what === "brief") {
    const promises = [...view.promises.mine, ...view.promises.theirs].filter((row) => !isShareable(row));
    return count(view.agenda) + count(openQuestions(view)) + promises.length;
  }
  const note = notes.confidential && notes.text.trim() ? 1 : 0;
  return count(view.captures) + count(view.discussed) + note;
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

function isShareable(row: { confidential?: boolean | null | undefined }): boolean {
  return row.confidential !== true;
}

/** Who is meant by an owner: "Me", "Amara", "Both". */
export function ownerName(owner: Commitment["owner"], view: Pick<MeetingView, "partnerShort">): string {
  if (owner === "them") return view.partnerShort;
  return i18n.t(owner === "me" ? "wrapUp.me" : "wrapUp.both");
}

function headOf(view: MeetingView): string {
  const on = longDay(dayOf(view.startsAt, view.timeZone));
  const time = clockTime(timeOf(view.startsAt, view.timeZone));
  return `# ${view.meeting.title}\n\n${[view.partnerName, on, time].filter(Boolean).join(", ")}`;
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
