import { i18n } from "#i18n";
import { Menu } from "@/components/kit/menu.tsx";
import { generalKinds } from "@/lib/domain/inventory-lines.ts";
import { nearDay } from "@/lib/i18n/dates.ts";
import type { NotedLine, PrepareModel, PrepareView } from "@/lib/state/prepare.ts";

/** What is small under a line: where else it counts, what became of it, when it was used. */
export function NotedNotes({
  line,
  model,
  view,
}: {
  line: NotedLine;
  model: PrepareModel;
  view: PrepareView;
}) {
  const { reach, item } = line.of;
  const { became } = line;
  return (
    <>
      {reach === "changed" && <span>{i18n.t("prepare.reach.changed")}</span>}
      {/* A rapport idea or a need is of one mentorship anyway. */}
      {reach === "here" && generalKinds.includes(item.kind) && !view.isSample && (
        <span>{i18n.t("prepare.reach.here")}</span>
      )}
      {became && (
        <span>
          <a href={pathOf(became.table, became.id)}>
            {i18n.t(`prepare.became.${became.table}`)}
            {became.title !== line.text && `: ${became.title}`}
          </a>
        </span>
      )}
      {item.kind === "rapport" && <Used line={line} model={model} view={view} />}
    </>
  );
}

function pathOf(table: string, id: string): string {
  if (table === "goals") return `#/goals/${encodeURIComponent(id)}`;
  return table === "commitments" ? "#/actions" : "#/resources";
}

/** When an idea was used and in which meeting, or the choice to say so. */
function Used({ line, model, view }: { line: NotedLine; model: PrepareModel; view: PrepareView }) {
  const { used } = line;
  const { running, lastHeld } = view.rapport;
  const mark = (on: string | null, meetingId: string | null) => () =>
    void model.markUsed(line, on, meetingId);
  const choices = [
    ...(running
      ? [
          {
            id: "running",
            label: i18n.t("prepare.used.inRunning", [running.title]),
            onPick: mark(view.today, running.id),
          },
        ]
      : []),
    ...(lastHeld
      ? [
          {
            id: "held",
            label: i18n.t("prepare.used.inHeld", [lastHeld.title, nearDay(lastHeld.startsOn, view.today)]),
            onPick: mark(lastHeld.startsOn, lastHeld.id),
          },
        ]
      : []),
    { id: "today", label: i18n.t("prepare.used.today"), onPick: mark(view.today, null) },
    ...(used ? [{ id: "undo", label: i18n.t("prepare.used.undo"), onPick: mark(null, null) }] : []),
  ];
  const words = used
    ? i18n.t("prepare.used.words", [nearDay(used.on, view.today)])
    : i18n.t("prepare.used.mark");
  return (
    <>
      <span>
        <Menu
          label={
            used
              ? i18n.t("prepare.used.changeNamed", [words, line.text])
              : i18n.t("prepare.used.markNamed", [line.text])
          }
          triggerClass="mark-used"
          trigger={words}
          items={choices}
        />
      </span>
      {used?.meeting && (
        <span>
          <a href={`#/meetings/${encodeURIComponent(used.meeting.id)}`}>
            {i18n.t("prepare.used.in", [used.meeting.title])}
          </a>
        </span>
      )}
    </>
  );
}
