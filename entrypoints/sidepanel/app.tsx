import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { Updating } from "@/components/kit/updating.tsx";
import { WelcomeScreen } from "@/components/welcome/welcome-screen.tsx";
import { toast, undoAct } from "@/lib/state/acts.ts";
import { failure } from "@/lib/state/failure.ts";
import { route } from "@/lib/state/route.ts";
import { createShell } from "@/lib/state/shell.ts";
import { trouble } from "@/lib/state/trouble.ts";
import { updating } from "@/lib/state/versions.ts";
import { createWelcome } from "@/lib/state/welcome.ts";
import { useModelOf } from "./use-model.ts";
import { useTitle } from "./use-title.ts";
import { BareSettings, Page } from "./page.tsx";

const shell = createShell();

/** The app of panel and workspace: the welcome page, or the page of the address in its frame. */
export function App() {
  const view = shell.view.value;
  const at = route.value;
  if (trouble.value) return <Recovery />;
  // A backup is restored into an empty Milepost too.
  const bare = view === null && at.page === "settings";
  const welcome = !bare && (view === null || at.page === "welcome");
  // Not read yet: nothing is drawn, for a frame or two.
  if (view === undefined) return updating.value ? <Updating /> : <FailureNotice failure={failure.value} />;
  // An emptied database looks like a new one until it was looked at.
  if (view === null && trouble.value === undefined) return null;
  return (
    <>
      {bare ? (
        <BareSettings section={at.section} />
      ) : welcome || view === null ? (
        <Welcome />
      ) : (
        <Page shell={shell} view={view} at={at} />
      )}
      <Feedback
        failure={welcome ? undefined : failure}
        toast={toast}
        onUndo={(act, said) => void undoAct(act, said)}
      />
    </>
  );
}

function Welcome() {
  const model = useModelOf(createWelcome, []);
  useTitle("");
  return <WelcomeScreen model={model} />;
}

/** Loaded apart: almost nobody ever needs it. */
const recoveryPage = signal<{ page: FunctionComponent } | null>(null);

function Recovery() {
  useEffect(() => {
    void import("./recovery-page.tsx").then(({ RecoveryPage }) => {
      recoveryPage.value = { page: RecoveryPage };
    });
  }, []);
  const Loaded = recoveryPage.value?.page;
  return Loaded ? <Loaded /> : null;
}
