import { CircleAlert, CircleCheck, CirclePause, CloudOff, HardDrive, type IconNode, RefreshCw } from "lucide";
import { i18n } from "#i18n";
import { untilInstant } from "@/lib/i18n/dates.ts";
import type { SyncView } from "@/lib/state/sync-view.ts";
import { momentWords } from "./moment-words.ts";

/** How a space stands, as an icon. */
export function iconOf({ words, tone }: SyncView): IconNode {
  if (words === "paused") return CirclePause;
  if (words === "offline") return CloudOff;
  if (words === "syncing" || words === "first") return RefreshCw;
  if (words === "sending") return HardDrive;
  return tone === "wait" ? CircleAlert : CircleCheck;
}

/** In a word or two. */
export function titleOf({ words, count }: SyncView): string {
  return words === "missing" ? i18n.t("sync.state.missing", count) : i18n.t(`sync.state.${words}`);
}

/** What that means. @param host of the storage */
export function detailOf(view: SyncView, host: string, now: number): string {
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
  if ((words === "offline" || words === "busy") && retryAt !== null && retryAt > now)
    return i18n.t("sync.state.waitingHint", [changes, untilInstant(retryAt, now)]);
  if (words === "offline") return changes;
  if (words === "newer") return i18n.t("sync.state.newerHint", count);
  if (words === "notAllowed") return i18n.t("sync.state.notAllowedHint", [host]);
  if (words === "folderNotAllowed") return i18n.t("sync.state.folderNotAllowedHint", [host]);
  if (words === "folderGone") return i18n.t("sync.state.folderGoneHint", [host]);
  return i18n.t(`sync.state.${words}Hint`);
}
