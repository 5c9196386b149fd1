import { i18n } from "#i18n";
import { dayOf, timeOf } from "@/lib/domain/civil-time.ts";
import type { Commitment } from "@/lib/domain/commitment.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import { currentVisit } from "@/lib/domain/stages.ts";
import { clockTime, longDay, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "./meeting-view.ts";
import { stageName } from "./stage-words.ts";

/** What one wants to have at hand before the meeting, as Markdown for a mail or a chat. */
export function briefMarkdown(view: MeetingView): string {
  const { meeting, promises } = view;
  return blocks([
    headOf(view),
    i18n.t("lifecycle.stageLine", [stageName(currentVisit(view.mentorship, view.today).stage)]),
    meeting.focus ? `> ${meeting.focus}` : "",
    listOf(
      i18n.t("brief.agenda"),
      view.agenda.map((row) => `${row.done ? "[x] " : ""}${row.title}`),
    ),
    listOf(
      i18n.t("brief.iPromised"),
      promises.mine.map((row) => promiseLine(row, view)),
    ),
    listOf(
      i18n.t("brief.theyPromised", [shortName(view.partnerName)]),
      promises.theirs.map((row) => promiseLine(row, view)),
    ),
    listOf(
      i18n.t("brief.questions"),
      view.questions.filter((row) => !row.topicId || row.parked).map((row) => row.text),
    ),
  ]);
}

/** What a meeting came to, with its notes. */
export function summaryMarkdown(view: MeetingView, notes: string): string {
  const actions = view.captures.filter((row) => row.table === "commitments");
  const said = view.captures.filter((row) => row.table === "entries");
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
      view.discussed.map((topic) => topic.title),
    ),
    notes.trim() ? `## ${i18n.t("notes.heading")}\n\n${notes.trim()}` : "",
  ]);
}

/** Who is meant by an owner: "Me", "Amara", "Both". */
export function ownerName(owner: Commitment["owner"], view: Pick<MeetingView, "partnerName">): string {
  if (owner === "them") return shortName(view.partnerName);
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
