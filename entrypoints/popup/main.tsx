import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import "@/components/styles/tokens.css";
import "@/components/styles/base.css";
import "@/components/styles/popup.css";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { Popup } from "@/components/popup/popup.tsx";
import { tickOnlyOnce } from "@/components/kit/single-clicks.ts";
import { onUndoKeys } from "@/components/kit/undo-keys.ts";
import { wake } from "@/lib/browser/messages.ts";
import { applyTheme } from "@/lib/browser/theme.ts";
import { toast } from "@/lib/state/acts.ts";
import { loadUndo } from "@/lib/state/load-undo.ts";
import { failure } from "@/lib/state/failure.ts";
import { finishDue, snoozeDue } from "@/lib/state/due.ts";
import { createPopup } from "@/lib/state/popup.ts";

const model = createPopup();

/** Loaded apart: most openings of the popup never need it. */
const firstRun = signal<ComponentChild>(null);

function FirstRunScreen() {
  useEffect(() => {
    void import("./first-run.tsx").then(({ firstRunScreen }) => {
      firstRun.value = firstRunScreen(model.openWorkspace);
    });
  }, []);
  return firstRun.value;
}

function App() {
  const view = model.view.value;
  // Not read yet: the popup keeps its width and draws nothing, for a frame or two.
  if (view === undefined) return <FailureNotice failure={failure.value} />;
  if (view === null) return <FirstRunScreen />;
  return (
    <>
      <Popup
        model={model}
        view={view}
        due={{
          finish: (item) => void finishDue(item, i18n.t("said.done")),
          snooze: (item, choice) => void snoozeDue(item, choice),
        }}
      />
      <Feedback
        failure={failure}
        toast={toast}
        onUndo={(act, said, redo) => void loadUndo().then((undo) => undo.undoAct(act, said, redo))}
      />
    </>
  );
}

const root = document.getElementById("app");
if (root) render(<App />, root);
tickOnlyOnce(document);
onUndoKeys(document, (what) => void loadUndo().then((undo) => undo.undoByKey(what)));
void applyTheme();
// Whoever opens Milepost also wakes its background, in case an alarm was lost.
void wake({ kind: "changed" });
