import { CircleAlert, CircleCheck, CloudOff, CirclePause, HardDrive, type IconNode, RefreshCw } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { storagePlace } from "@/lib/domain/storage-address.ts";
import { untilInstant } from "@/lib/i18n/dates.ts";
import type { SyncModel, SyncSpace } from "@/lib/state/sync.ts";
import type { SyncAct, SyncView } from "@/lib/state/sync-view.ts";
import { momentWords } from "./moment-words.ts";

/** How it stands, in two lines, with what can be done. */
export function StateLine({ model, space }: { model: SyncModel; space: SyncSpace }) {
  const view = model.view.value;
  if (!view) return null;
  const host = space.storage.url ? storagePlace(space.storage.url).host : "";
  const acts = view.acts.map((act, index) => (
    <ActButton key={act} act={act} model={model} primary={index === 0 && act !== "now"} />
  ));
  const words = (
    <>
      <span class="strong">{titleOf(view)}</span>
      <span class="meta">{detailOf(view, host, model.now.value)}</span>
    </>
  );
  return (
    <>
      {view.tone === "problem" ? (
        <div class="notice late" role="status">
          <Icon of={CircleAlert} />
          <div class="lines">{words}</div>
          <div class="btns">{acts}</div>
        </div>
      ) : (
        <div class={`status sync-state ${view.tone}`}>
          <Icon of={iconOf(view)} />
          <span role="status">{words}</span>
          <span class="btns">{acts}</span>
        </div>
      )}
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

function iconOf({ words, tone }: SyncView): IconNode {
  if (words === "paused") return CirclePause;
  if (words === "offline") return CloudOff;
  if (words === "syncing" || words === "first") return RefreshCw;
  if (words === "sending") return HardDrive;
  return tone === "wait" ? CircleAlert : CircleCheck;
}

function titleOf({ words, count }: SyncView): string {
  return words === "missing" ? i18n.t("sync.state.missing", count) : i18n.t(`sync.state.${words}`);
}

function detailOf(view: SyncView, host: string, now: number): string {
  const { words, waiting, count, progress, checkedAt, retryAt } = view;
  const changes = i18n.t("sync.state.waiting", waiting);
  if (words === "paused") {
    const rests = i18n.t("sync.state.pausedHint");
    return waiting > 0 ? `${i18n.t("sync.state.pausedWaiting", waiting)} ${rests}` : rests;
  }
  if (words === "upToDate") return i18n.t("sync.state.lastCheck", [momentWords(checkedAt ?? now, now)]);
  if (words === "sending") return i18n.t("sync.state.sendingHint", waiting);
  if (words === "syncing") {
    return progress && progress.total > 0
      ? i18n.t("sync.state.syncingHint", [String(progress.done), String(progress.total)])
      : i18n.t("sync.state.syncingSoon");
  }
  if (words === "offline") {
    return retryAt !== null && retryAt > now
      ? i18n.t("sync.state.waitingHint", [changes, untilInstant(retryAt, now)])
      : changes;
  }
  if (words === "newer") return i18n.t("sync.state.newerHint", count);
  if (words === "notAllowed") return i18n.t("sync.state.notAllowedHint", [host]);
  return i18n.t(`sync.state.${words}Hint`);
}

function ActButton({ act, model, primary }: { act: SyncAct; model: SyncModel; primary: boolean }) {
  const run = (): void => {
    if (act === "now") void model.syncNow();
    else if (act === "resume") void model.resume();
    else if (act === "allow") model.allow();
    else if (act === "refill") void model.refill();
    else if (act === "stop") model.askToStop(true);
    else model.showAccess(true);
  };
  return (
    <button type="button" class={primary ? "btn sm primary" : "btn sm"} onClick={run}>
      {act === "now" && <Icon of={RefreshCw} size="sm" />}
      {i18n.t(`sync.act.${act}`)}
    </button>
  );
}
