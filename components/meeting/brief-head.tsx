import { Check, Clock, Copy, Ellipsis, ListChecks, NotebookPen, Video } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import { roomHref } from "@/lib/domain/room-link.ts";
import { heldMinutes } from "@/lib/domain/meeting-clock.ts";
import { untilInstant } from "@/lib/i18n/dates.ts";
import type { MeetingModel } from "@/lib/state/meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { MeetingWhen } from "./meeting-when.tsx";

/** A meeting that nobody started may still be about to begin for this long after its end. */
const stillNowMs = 3_600_000;

/** What meeting it is, when and where, and the way into it. */
export function BriefHead({
  model,
  view,
  onCopy,
  onEditParts,
}: {
  model: MeetingModel;
  view: MeetingView;
  onCopy: () => void;
  onEditParts: () => void;
}) {
  const { meeting } = view;
  const planned = meeting.status === "planned";
  const href = roomHref(meeting.roomUrl);
  return (
    <header class="meet">
      <div class="line">
        <h2 class="title">{meeting.title}</h2>
        <State view={view} />
      </div>
      <MeetingWhen view={view} />
      <div class="btns">
        <Primary model={model} view={view} />
        {planned && href && !meeting.endedAt && !isOver(view) && (
          <a class="btn" href={href} target="_blank" rel="noreferrer">
            <Icon of={Video} />
            {i18n.t("brief.join")}
          </a>
        )}
        <span class="end">
          <button
            type="button"
            class="icon-btn"
            aria-label={i18n.t("brief.copy")}
            title={i18n.t("brief.copy")}
            onClick={onCopy}
          >
            <Icon of={Copy} />
          </button>
          <Menu
            label={i18n.t("meeting.more", [meeting.title])}
            triggerClass="icon-btn"
            end
            trigger={<Icon of={Ellipsis} />}
            items={menuOf(model, view, onEditParts)}
          />
        </span>
      </div>
    </header>
  );
}

function Primary({ model, view }: { model: MeetingModel; view: MeetingView }) {
  const { meeting } = view;
  if (isNotHeld(meeting.status)) {
    // At its new date it goes on already.
    if (meeting.movedToId) return null;
    return (
      <button type="button" class="btn" onClick={() => void model.setStatus("planned")}>
        {i18n.t("meeting.planAgain")}
      </button>
    );
  }
  if (meeting.endedAt) {
    return (
      <button
        type="button"
        class={meeting.wrappedUpAt ? "btn" : "btn primary"}
        onClick={() => model.goTo("wrap-up")}
      >
        <Icon of={ListChecks} />
        {i18n.t(meeting.wrappedUpAt ? "meeting.wrapUp" : "brief.wrapUp")}
      </button>
    );
  }
  if (isOver(view)) {
    return (
      <>
        <button type="button" class="btn primary" onClick={() => void model.tookPlace()}>
          <Icon of={Check} />
          {i18n.t("meeting.tookPlace")}
        </button>
        <button type="button" class="btn" onClick={() => model.edit("move")}>
          {i18n.t("meeting.move")}
        </button>
      </>
    );
  }
  return (
    <button type="button" class="btn primary" onClick={() => model.openNotes()}>
      <Icon of={NotebookPen} />
      {i18n.t(meeting.startedAt ? "brief.openNotes" : "brief.startNotes")}
    </button>
  );
}

/** How near it is; close to the start and during the call with the colour that says so. */
function State({ view }: { view: MeetingView }) {
  const { meeting, startsAt, now } = view;
  if (isNotHeld(meeting.status)) {
    return <span class="chip fill">{i18n.t(`meetings.status.${meeting.status}`)}</span>;
  }
  if (meeting.endedAt) {
    const minutes = heldMinutes(meeting);
    return minutes && <span class="meta nowrap">{i18n.t("meeting.minutes", [String(minutes)])}</span>;
  }
  const running = Boolean(meeting.startedAt);
  if (running || (startsAt - now < 3_600_000 && !isOver(view))) {
    const words = running || startsAt <= now ? i18n.t("popup.now") : untilInstant(startsAt, now);
    return (
      <span class="chip soon">
        <Icon of={Clock} size="sm" />
        {running ? i18n.t("meetings.running") : words}
      </span>
    );
  }
  return <span class="meta nowrap">{untilInstant(startsAt, now)}</span>;
}

/** Its time is long gone and nothing was noted: it is not "now" any more. */
function isOver({ meeting, endsAt, now }: MeetingView): boolean {
  return !meeting.startedAt && endsAt + stillNowMs < now;
}

function menuOf(model: MeetingModel, view: MeetingView, onEditParts: () => void): MenuItem[] {
  const { status, endedAt } = view.meeting;
  const item = (id: string, label: string, onPick: () => void): MenuItem => ({ id, label, onPick });
  const open = status === "planned" && !endedAt;
  return [
    item("edit", i18n.t("meeting.edit"), () => model.edit("edit")),
    item("parts", i18n.t("brief.editParts"), onEditParts),
    ...(open
      ? [
          item("move", i18n.t("meeting.move"), () => model.edit("move")),
          item("split", i18n.t("meeting.split"), () => model.edit("split")),
          item("cancel", i18n.t("meeting.cancelled"), () => void model.setStatus("cancelled")),
          item("no-show", i18n.t("meeting.noShow"), () => void model.setStatus("noShow")),
        ]
      : []),
    item("history", i18n.t("common.history"), () => {
      location.hash = `/history/meetings/${encodeURIComponent(view.meeting.id)}`;
    }),
    ...(model.noteId.value
      ? [
          item("note-history", i18n.t("notes.history"), () => {
            location.hash = `/history/notes/${encodeURIComponent(model.noteId.value ?? "")}`;
          }),
        ]
      : []),
    item("remove", i18n.t("meeting.remove"), () => void model.remove()),
  ];
}
