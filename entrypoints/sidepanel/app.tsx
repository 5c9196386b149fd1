import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { StayNotice } from "@/components/kit/stay-notice.tsx";
import { Updating } from "@/components/kit/updating.tsx";
import { Bare } from "@/components/shell/bare.tsx";
import { toast } from "@/lib/state/acts.ts";
import { loadUndo } from "@/lib/state/load-undo.ts";
import { failure } from "@/lib/state/failure.ts";
import { type Route, route } from "@/lib/state/route.ts";
import { createShell } from "@/lib/state/shell.ts";
import { appStays, trouble } from "@/lib/state/trouble.ts";
import { updating } from "@/lib/state/versions.ts";
import { Later } from "./later.tsx";
import { useTitle } from "./use-title.ts";
import { Page, PageOf } from "./page.tsx";

const shell = createShell();
/** The recovery stands here, whatever can be read meanwhile. */
const recovering = signal(false);

/** The app of panel and workspace: the welcome page, or the page of the address in its frame. */
export function App() {
  const view = shell.view.value;
  const at = route.value;
  const ailing = trouble.value;
  const stays = ailing?.kind === "unopenable" && view !== undefined && !recovering.value;
  useEffect(() => {
    appStays.value = (!ailing || stays) && view !== undefined;
  }, [ailing, stays, view]);
  if (ailing && !stays) return <Recovery />;
  const alone = view === null && standsAlone(at);
  const welcome = (view === null && !alone) || at.page === "welcome";
  // Not read yet: nothing is drawn, for a frame or two.
  if (view === undefined) return updating.value ? <Updating /> : <FailureNotice failure={failure.value} />;
  // An emptied database looks like a new one until it was looked at.
  if (view === null && trouble.value === undefined) return null;
  return (
    <>
      {welcome ? (
        <Later load={loadWelcome} props={{}} />
      ) : view ? (
        <Page shell={shell} view={view} at={at} />
      ) : (
        <Alone at={at} />
      )}
      {stays && <StayNotice onLeave={() => void (recovering.value = true)} />}
      <Feedback
        failure={welcome ? undefined : failure}
        toast={toast}
        onUndo={(act, said, redo) => void loadUndo().then((undo) => undo.undoAct(act, said, redo))}
      />
    </>
  );
}

const loadWelcome = async () => (await import("./welcome-page.tsx")).WelcomePage;

/** What can be gone to before there is a mentorship, or when all are in the trash: the way to get one back. */
function standsAlone(at: Route): boolean {
  return at.page === "trash" || at.page === "changes" || at.page === "history" || at.page === "settings";
}

function Alone({ at }: { at: Route }) {
  const title = i18n.t(
    at.page === "trash" ? "trash.title" : at.page === "settings" ? "nav.settings" : "history.all.title",
  );
  useTitle(title);
  return (
    <Bare title={title}>
      <PageOf at={at} />
    </Bare>
  );
}

/** Loaded apart: almost nobody ever needs it. */
const recoveryPage = signal<{ page: FunctionComponent } | null>(null);

function Recovery() {
  useEffect(() => {
    recovering.value = true;
    void import("./recovery-page.tsx").then(({ RecoveryPage }) => {
      recoveryPage.value = { page: RecoveryPage };
    });
  }, []);
  const Loaded = recoveryPage.value?.page;
  return Loaded ? <Loaded /> : null;
}
