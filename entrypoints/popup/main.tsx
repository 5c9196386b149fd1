import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { useEffect } from "preact/hooks";
import "@/components/styles/tokens.css";
import "@/components/styles/base.css";
import "@/components/styles/popup.css";
import { Popup } from "@/components/popup/popup.tsx";
import { tickOnlyOnce } from "@/components/kit/single-clicks.ts";
import { wake } from "@/lib/browser/messages.ts";
import { applyTheme } from "@/lib/browser/theme.ts";
import { failure } from "@/lib/state/failure.ts";
import { createPopup } from "@/lib/state/popup.ts";
import { followStageWording } from "@/lib/state/stage-words.ts";

const model = createPopup();

/** What most openings never show: above the view, or instead of one that is not there. Loaded apart. */
const apart = signal<ComponentChild>(null);
/** What an act has to say for itself: nothing was done yet when the popup is drawn. */
const feedback = signal<ComponentChild>(null);
/** The calls: the tab has to be asked for first. */
const calls = signal<ComponentChild>(null);
const lookAfter = (): void =>
  void import("./apart.tsx").then((loaded) => loaded.lookAfter(model, apart, feedback, calls));

function App() {
  const view = model.view.value;
  const read = view !== undefined || failure.value !== null;
  useEffect(() => {
    if (read) lookAfter();
  }, [read]);
  // Not read yet: the popup keeps its width and draws nothing, for a frame or two.
  return (
    <>
      {apart.value}
      {view && (
        <Popup
          model={model}
          view={view}
          calls={calls.value}
          due={{
            finish: (item) => void model.finish(item),
            snooze: (item, choice) => void model.snooze(item, choice),
          }}
        />
      )}
      {view && feedback.value}
    </>
  );
}

const root = document.getElementById("app");
if (root) render(<App />, root);
tickOnlyOnce(document);
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== "k") return;
  event.preventDefault();
  model.openWorkspace("/search");
});
void applyTheme();
followStageWording();
// Whoever opens Milepost also wakes its background, in case an alarm was lost.
void wake({ kind: "changed" });
// A database that does not answer must not leave the popup empty.
setTimeout(lookAfter, 2_000);
