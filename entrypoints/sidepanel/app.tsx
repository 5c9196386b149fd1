import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { WelcomeScreen } from "@/components/welcome/welcome-screen.tsx";
import { toast, undoAct } from "@/lib/state/acts.ts";
import { failure } from "@/lib/state/failure.ts";
import { route } from "@/lib/state/route.ts";
import { createShell } from "@/lib/state/shell.ts";
import { createWelcome } from "@/lib/state/welcome.ts";
import { useModelOf } from "./use-model.ts";
import { useTitle } from "./use-title.ts";
import { BareSettings, Page } from "./page.tsx";

const shell = createShell();

/** The app of panel and workspace: the welcome page, or the page of the address in its frame. */
export function App() {
  const view = shell.view.value;
  const at = route.value;
  // A backup is restored into an empty Milepost too.
  const bare = view === null && at.page === "settings";
  const welcome = !bare && (view === null || at.page === "welcome");
  // Not read yet: nothing is drawn, for a frame or two.
  if (view === undefined) return <FailureNotice failure={failure.value} />;
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
