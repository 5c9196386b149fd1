import { CircleAlert, RefreshCw } from "lucide";
import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { placeOf } from "@/lib/domain/storage-address.ts";
import type { SyncModel, SyncSpace } from "@/lib/state/sync.ts";
import type { SyncAct } from "@/lib/state/sync-view.ts";
import { detailOf, iconOf, titleOf } from "./state-words.ts";

/** How it stands, in two lines, with what can be done. */
export function StateLine({ model, space }: { model: SyncModel; space: SyncSpace }) {
  const view = model.view.value;
  const now = model.now.value;
  useEffect(() => void model.lookAtFolder(), [model, space, now]);
  if (!view) return null;
  const { host } = placeOf(space.storage);
  const isProblem = view.tone === "problem";
  const acts = view.acts.map((act, index) => (
    <ActButton
      key={act}
      act={act}
      model={model}
      primary={index === 0 && act !== "now"}
      busy={act === "now" && space.status.state === "syncing"}
    />
  ));
  const words = (
    <>
      <span class="strong">{titleOf(view)}</span>
      <span class="meta">{detailOf(view, host, now)}</span>
    </>
  );
  return (
    <>
      <div class={isProblem ? "notice late" : `status sync-state ${view.tone}`}>
        <Icon of={isProblem ? CircleAlert : iconOf(view)} />
        <div class={isProblem ? "lines" : ""} role="status" data-return tabIndex={-1}>
          {words}
        </div>
        <span class="btns">{acts}</span>
      </div>
      {view.progress && !space.paused && space.status.state === "syncing" && (
        <progress
          class="sync-progress"
          aria-label={i18n.t(`sync.state.${view.words === "first" ? "first" : "syncing"}`)}
          max={Math.max(1, view.progress.total)}
          value={view.progress.done}
        />
      )}
    </>
  );
}

function ActButton({
  act,
  model,
  primary,
  busy,
}: {
  act: SyncAct;
  model: SyncModel;
  primary: boolean;
  busy: boolean;
}) {
  const run = (): void => {
    if (act === "now") void model.syncNow();
    else if (act === "resume") void model.resume();
    else if (act === "allow") model.allow();
    else if (act === "refill") void model.refill();
    else if (act === "stop") model.askToStop(true);
    else model.showAccess(true);
  };
  return (
    <button type="button" class={primary ? "btn sm primary" : "btn sm"} aria-busy={busy} onClick={run}>
      {act === "now" && <Icon of={RefreshCw} size="sm" />}
      {i18n.t(`sync.act.${act}`)}
    </button>
  );
}
