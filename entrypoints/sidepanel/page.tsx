import type { ComponentChildren, VNode } from "preact";
import { i18n } from "#i18n";
import { CaptureLine } from "@/components/kit/capture-line.tsx";
import { MeetingStops } from "@/components/meeting/meeting-stops.tsx";
import { NotFound } from "@/components/shell/not-found.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { TodayScreen } from "@/components/today/today-screen.tsx";
import { longDay } from "@/lib/i18n/dates.ts";
import { lastMeeting } from "@/lib/state/meeting.ts";
import { historyPath, type Route } from "@/lib/state/route.ts";
import type { ShellModel, ShellView } from "@/lib/state/shell.ts";
import { createToday } from "@/lib/state/today.ts";
import { Later } from "./later.tsx";
import { laterPage, laterPath, type LaterRoute } from "./later-pages.ts";
import { MeetingPage } from "./meeting-page.tsx";
import { RoadmapPage } from "./roadmap-page.tsx";
import { useModelOf } from "./use-model.ts";
import { useFreshStart } from "./use-fresh-start.ts";
import { useTitle } from "./use-title.ts";

interface Props {
  shell: ShellModel;
  view: ShellView;
  at: Route;
}

/** Which page stands in the frame. */
export function Page({ shell, view, at }: Props): VNode | null {
  const frame = { shell, view };
  switch (at.page) {
    case "auto":
      // The panel is choosing what fits the active tab.
      return null;
    case "today":
      return (
        <Framed {...frame} path="/today" title={longDay(shell.today.value)}>
          <Today />
        </Framed>
      );
    case "roadmap":
      return (
        <Framed {...frame} path="/roadmap" title={i18n.t("nav.goals")} stops={<StopsBeside />}>
          <RoadmapPage
            asked={at.view ?? null}
            goals={<Later key="goals" load={loadGoals} props={{ id: null }} />}
          />
        </Framed>
      );
    case "goal":
      return (
        <Framed
          {...frame}
          path={`/goals/${encodeURIComponent(at.id)}`}
          title={i18n.t("nav.goal")}
          stops={<StopsBeside />}
        >
          <Later key={at.id} load={loadGoals} props={{ id: at.id }} />
        </Framed>
      );
    case "meetings":
      return (
        <Framed {...frame} path="/meetings" title={i18n.t("nav.meetings")}>
          <Later key="meetings" load={loadMeetings} props={{ record: at.record }} />
        </Framed>
      );
    case "meeting":
      return <MeetingPage key={at.id} {...frame} id={at.id} stop={at.stop} />;
    case "actions":
      return (
        <Framed {...frame} path="/actions" title={i18n.t("nav.actions")}>
          <Later key="actions" load={loadActions} props={{}} />
        </Framed>
      );
    case "journal":
      return (
        <Framed {...frame} path="/journal" title={i18n.t("nav.journal")}>
          <Later key={at.kind ?? "journal"} load={loadJournal} props={{ kind: at.kind }} />
        </Framed>
      );
    case "stage":
    case "person":
    case "reminders":
    case "prepare":
    case "people":
    case "agreement":
    case "expectations":
    case "reviews":
    case "resources":
    case "templates":
    case "questions":
    case "room":
    case "search":
      return <LaterInFrame frame={frame} at={at} />;
    case "trash":
      return (
        <Framed {...frame} path="/trash" title={i18n.t("trash.title")}>
          <PageOf at={at} />
        </Framed>
      );
    case "changes":
      return (
        <Framed {...frame} path="/history" title={i18n.t("history.all.title")}>
          <PageOf at={at} />
        </Framed>
      );
    case "history":
      return (
        <Framed {...frame} path={historyPath(at.table, at.id)} title={i18n.t("history.title")}>
          <PageOf at={at} />
        </Framed>
      );
    case "settings":
      return (
        <Framed {...frame} path={`/settings/${at.section}`} title={i18n.t("nav.settings")}>
          <PageOf at={at} />
        </Framed>
      );
    case "welcome":
    case "unknown":
      return (
        <Framed {...frame} path="" title={i18n.t("notFound.title")}>
          <NotFound path={at.page === "unknown" ? at.path : `/${at.page}`} />
        </Framed>
      );
  }
}

/** Pages that need no mentorship: settings, history, trash. */
export function PageOf({ at }: { at: Route }) {
  if (at.page === "settings") {
    return <Later key="settings" load={loadSettings} props={{ section: at.section }} />;
  }
  if (at.page === "trash") return <Later key="trash" load={loadTrash} props={{}} />;
  if (at.page === "changes") return <Later key="changes" load={loadChanges} props={{}} />;
  if (at.page === "history") {
    return <Later key={at.id} load={loadHistory} props={{ table: at.table, id: at.id }} />;
  }
  return null;
}

/** A page of `later-pages.ts` in its frame. */
function LaterInFrame({ frame, at }: { frame: Pick<Props, "shell" | "view">; at: LaterRoute }) {
  const page = laterPage(at);
  const path = laterPath(at);
  return (
    <Framed {...frame} path={path} title={page.title}>
      <Later key={path} load={page.load} props={{ at }} />
    </Framed>
  );
}

const loadOffers = async () => (await import("./call-offers.tsx")).CallOffers;
const loadTodayHint = async () => (await import("./stage-parts.tsx")).TodayHint;
const loadSettings = async () => (await import("./settings-page.tsx")).SettingsPage;
const loadGoals = async () => (await import("./goals-page.tsx")).GoalsPage;
const loadMeetings = async () => (await import("./list-pages.tsx")).MeetingsPage;
const loadActions = async () => (await import("./list-pages.tsx")).ActionsPage;
const loadJournal = async () => (await import("./list-pages.tsx")).JournalPage;
const loadTrash = async () => (await import("./history-pages.tsx")).TrashPage;
const loadChanges = async () => (await import("./history-pages.tsx")).AllChangesPage;
const loadHistory = async () => (await import("./history-pages.tsx")).HistoryPage;

/** A page with the capture line at its bottom edge. Going to another one begins at its top. */
function Framed({
  shell,
  view,
  path,
  title,
  stops,
  children,
}: Omit<Props, "at"> & {
  path: string;
  title: string;
  stops?: ComponentChildren;
  children: ComponentChildren;
}) {
  useTitle(title);
  useFreshStart(path);
  return (
    <Shell
      model={shell}
      view={view}
      path={path}
      title={title}
      // In a tab beside the call they stand where the day is; the panel has them everywhere.
      offers={
        (path === "/today" || !shell.inTab.value) && <Later load={loadOffers} props={{ meetingId: null }} />
      }
      stops={stops}
      footer={<CaptureLine capture={shell.capture} name={i18n.t("capture.name")} />}
    >
      {children}
    </Shell>
  );
}

/** Goals that are looked at in the middle of a meeting keep the way back to it. */
function StopsBeside() {
  const id = lastMeeting.value;
  return id ? <MeetingStops meetingId={id} stop="goals" /> : null;
}

function Today() {
  return <TodayScreen model={useModelOf(createToday, [])} hint={<Later load={loadTodayHint} props={{}} />} />;
}
