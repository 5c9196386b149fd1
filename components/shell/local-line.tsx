import { CircleAlert, HardDrive } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { clockMinute } from "@/lib/i18n/dates.ts";
import type { SyncView } from "@/lib/state/sync-view.ts";

/** Where everything is kept; with a storage also whether it has everything, and the way to what can be done. */
export function LocalLine({ sync }: { sync: SyncView | null }) {
  const words = sync ? shortOf(sync) : i18n.t("nav.local");
  const line = (
    <>
      <Icon of={sync?.tone === "problem" ? CircleAlert : HardDrive} size="sm" />
      <span class="meta">{words}</span>
    </>
  );
  return sync ? (
    <a class="local meta" href="#/settings/sync" title={words}>
      {line}
    </a>
  ) : (
    <p class="local meta" title={words}>
      {line}
    </p>
  );
}

function shortOf({ words, tone, waiting, checkedAt }: SyncView): string {
  if (words === "paused") return i18n.t("sync.short.paused");
  if (tone === "problem") return i18n.t("sync.short.problem");
  if (words === "syncing" || words === "first") return i18n.t("sync.short.syncing");
  if (waiting > 0) return i18n.t("sync.short.waiting", waiting);
  return words === "upToDate" && checkedAt !== null
    ? i18n.t("sync.short.upToDate", [clockMinute(checkedAt)])
    : i18n.t("sync.short.here");
}
