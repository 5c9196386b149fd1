import callStyles from "@/components/styles/calls.css?url";
import findPersonStyles from "@/components/styles/find-person.css?url";
import firstRunStyles from "@/components/styles/first-run.css?url";
import formStyles from "@/components/styles/forms.css?url";
import troubleStyles from "@/components/styles/trouble.css?url";
import { computed, effect, type Signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { CallCards } from "@/components/popup/call-cards.tsx";
import { FindPerson } from "@/components/popup/find-person.tsx";
import { FirstRun } from "@/components/popup/first-run.tsx";
import { Trouble } from "@/components/popup/trouble.tsx";
import { Feedback } from "@/components/kit/feedback.tsx";
import { onUndoKeys } from "@/components/kit/undo-keys.ts";
import { toast } from "@/lib/state/acts.ts";
import { createAside } from "@/lib/state/aside.ts";
import { createChecklistCount } from "@/lib/state/checklist-count.ts";
import { db } from "@/lib/state/database.ts";
import { failure } from "@/lib/state/failure.ts";
import { createFindPerson } from "@/lib/state/find-person.ts";
import { createDestinationDraft } from "@/lib/state/first-run.ts";
import { loadUndo } from "@/lib/state/load-undo.ts";
import { loadActs, type PopupModel } from "@/lib/state/popup.ts";
import { createPopupCalls } from "@/lib/state/popup-calls.ts";
import { startLookingAfter } from "@/lib/state/looking-after.ts";
import { trouble } from "@/lib/state/trouble.ts";

/**
 * What most openings of the popup never show, and what looks after the data while it is open: the first run, what is
 * said where the data is not what it was, the people whose name is typed, and the keys that take back. Loaded when the popup has been drawn.
 * @param shown what the popup shows above its view, or instead of one that is not there
 * @param feedback what it shows below its view
 * @param calls what it shows first within its view
 */
export function lookAfter(
  model: PopupModel,
  shown: Signal<ComponentChild>,
  feedback: Signal<ComponentChild>,
  calls: Signal<ComponentChild>,
): void {
  if (started) return;
  started = true;
  startLookingAfter(false);
  // By the time somebody presses something it is there.
  void loadActs();
  const count = createChecklistCount();
  effect(() => {
    model.checklist.value = count.value ?? null;
  });
  feedback.value = (
    <Feedback
      failure={failure}
      toast={toast}
      onUndo={(act, said, redo) => void loadUndo().then((undo) => undo.undoAct(act, said, redo))}
    />
  );
  onUndoKeys(document, (what) => void loadUndo().then((undo) => undo.undoByKey(what)));
  const firstRun = once(() => <FirstRun draft={createDestinationDraft()} onOpen={model.openWorkspace} />);
  const aside = once(createAside);
  const line = model.capture.text;
  const finding = computed(() => line.value.startsWith("@"));
  const findPerson = once(() => (
    <FindPerson
      model={createFindPerson(line)}
      onOpen={(id) => {
        model.capture.type("");
        model.openWorkspace(`/people/${encodeURIComponent(id)}`);
      }}
      onLeave={() => model.capture.type("")}
    />
  ));
  void addStyles().then(() => {
    calls.value = <CallCards calls={createPopupCalls(model)} />;
    effect(show);
  });

  function show(): void {
    const ailing = trouble.value;
    const view = model.view.value;
    const problem = failure.value;
    if (ailing === undefined) return;
    if (view === undefined && ailing === null && problem && problem !== "notRead") {
      shown.value = <FailureNotice failure={problem} />;
    } else if (ailing || (view === undefined && !db.isOpen())) {
      // What is on the screen as it was takes captures itself.
      const taking = view ? undefined : aside();
      shown.value = (
        <Trouble kind={ailing?.kind ?? "slow"} aside={taking} onOpen={() => model.openWorkspace("/today")} />
      );
    } else {
      // Not read yet although it is open: there is much of it, and it comes.
      shown.value = view === null ? firstRun() : finding.value ? findPerson() : null;
    }
  }
}

let started = false;

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** By hand: the bundler's own way to load styles with a part would weigh more in the popup than the part itself. */
async function addStyles(): Promise<void> {
  const loaded = [callStyles, firstRunStyles, formStyles, troubleStyles, findPersonStyles].map((href) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    return new Promise((resolve) => {
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
      document.head.append(link);
    });
  });
  await Promise.all(loaded);
}
