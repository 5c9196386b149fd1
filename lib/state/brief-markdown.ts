import { i18n } from "#i18n";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { BriefRow, BriefView } from "./brief-view.ts";
import { blocks, headOf, isShareable, listOf, shareable } from "./meeting-markdown.ts";
import type { AgendaRow } from "./meeting-topics.ts";
import type { MeetingView } from "./meeting-view.ts";
import { stageName } from "./stage-words.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

/** What one wants to have at hand before the meeting, as Markdown for a mail or a chat. */
export function briefMarkdown(view: MeetingView, more: BriefView): string {
  const { meeting, promises } = view;
  const rowsOf = (rows: readonly BriefRow[]): string[] => shareable(rows).map(rowLine);
  return blocks([
    headOf(view),
    i18n.t("lifecycle.stageLine", [stageName(currentVisit(view.mentorship, view.today).stage)]),
    meeting.focus ? `> ${meeting.focus}${focusGoal(view)}` : "",
    agendaBlock(view),
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
      shareable(waiting(view)).map((row) => row.text),
    ),
    listOf(evidenceHead(view), rowsOf(more.evidence)),
    listOf(i18n.t("brief.obstacles"), rowsOf(more.obstacles)),
    listOf(
      i18n.t("brief.advice"),
      shareable(more.advice).map((row) => row.text),
    ),
    listOf(sinceHead(view), rowsOf(more.since)),
  ]);
}

/** The goal that the focus is for; what else it may come from is one's own to tell. */
function focusGoal({ focusOrigin, meeting }: MeetingView): string {
  if (focusOrigin?.table !== "goals" || focusOrigin.title === meeting.focus) return "";
  return `\n>\n> ${i18n.t("brief.focusFrom")} ${focusOrigin.title}`;
}

/** How many parts of the brief are left out of what is copied, since they are meant for nobody else. */
export function leftOutOfBrief(view: MeetingView, more: BriefView): number {
  const promises = [...view.promises.mine, ...view.promises.theirs];
  const rows = [view.agenda, waiting(view), more.evidence, more.obstacles, more.advice, more.since, promises];
  return rows.flat().filter((row) => !isShareable(row)).length;
}

export function evidenceHead({ previousOn, today }: MeetingView): string {
  if (!previousOn) return i18n.t("brief.evidence.first");
  return i18n.t("brief.evidence.since", [shortDay(previousOn, today)]);
}

export function sinceHead({ previousOn, today }: MeetingView): string {
  return i18n.t("brief.sinceLast", [shortDay(previousOn ?? today, today)]);
}

/** Questions that are not on the agenda yet. */
function waiting(view: MeetingView): MeetingView["questions"] {
  return view.questions.filter((row) => !row.topicId);
}

/** The topics in their parts. A part with nothing to share in it is left out. */
function agendaBlock(view: MeetingView): string {
  const topics = shareable(view.agenda);
  const linesOf = (sectionId: string | null): string =>
    topics
      .filter((row) => row.sectionId === sectionId)
      .map((row) => `- ${topicWords(row, view)}`)
      .join("\n");
  const parts = view.sections.map(({ id, title }) => {
    const lines = linesOf(id);
    return lines && `### ${title}\n\n${lines}`;
  });
  const body = [linesOf(null), ...parts].filter(Boolean).join("\n\n");
  return body && `## ${i18n.t("brief.agenda")}\n\n${body}`;
}

function topicWords(row: AgendaRow, view: MeetingView): string {
  const carried = row.carriedFromOn && !row.done ? carriedWords(row, view) : "";
  const words = `${row.done ? "[x] " : ""}${row.title}${carried ? ` (${carried})` : ""}`;
  return row.homework ? `${words}\n  ${row.homework.replaceAll(/\s*\n\s*/gu, " ")}` : words;
}

/** "carried from 10 Nov", and how often where that was more than once. */
export function carriedWords(row: AgendaRow, { today }: Pick<MeetingView, "today">): string {
  const on = shortDay(row.carriedFromOn ?? today, today);
  if (row.carried === 1) return i18n.t("brief.carried", [on]);
  if (row.carried === 2) return i18n.t("brief.carriedTwice", [on]);
  return i18n.t("brief.carriedTimes", [on, String(row.carried)]);
}

function rowLine({ text, meta, kind }: BriefRow): string {
  const line = oneLine(text);
  return kind === "evidence" || kind === "metric" ? `${line}${meta ? ` (${meta})` : ""}` : line;
}

function promiseLine(row: Commitment, view: MeetingView): string {
  const box = row.status === "done" ? "[x]" : "[ ]";
  const line = `${box} ${row.title}${row.dueOn ? ` (${shortDay(row.dueOn, view.today)})` : ""}`;
  return row.result ? `${line}: ${row.result.replaceAll(/\s*\n\s*/gu, " ")}` : line;
}
