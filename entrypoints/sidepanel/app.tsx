import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { WelcomeScreen } from "@/components/welcome/welcome-screen.tsx";
import { toast } from "@/lib/state/acts.ts";
import { loadUndo } from "@/lib/state/load-undo.ts";
import { failure } from "@/lib/state/failure.ts";
import { route } from "@/lib/state/route.ts";
import { createShell } from "@/lib/state/shell.ts";
import { createWelcome } from "@/lib/state/welcome.ts";
import { useModelOf } from "./use-model.ts";
import { useTitle } from "./use-title.ts";
import { Page } from "./page.tsx";

const shell = createShell();

/** The app of panel and workspace: the welcome page, or the page of the address in its frame. */
export function App() {
  const view = shell.view.value;
  const at = route.value;
  const welcome = view === null || at.page === "welcome";
  // Not read yet: nothing is drawn, for a frame or two.
  if (view === undefined) return <FailureNotice failure={failure.value} />;
  return (
    <>
      {welcome || view === null ? <Welcome /> : <Page shell={shell} view={view} at={at} />}
      <Feedback
        failure={welcome ? undefined : failure}
        toast={toast}
        onUndo={(act, said, redo) => void loadUndo().then((undo) => undo.undoAct(act, said, redo))}
      />
    </>
  );
}

function Welcome() {
  const model = useModelOf(createWelcome, []);
  useTitle("");
  return <WelcomeScreen model={model} />;
}
