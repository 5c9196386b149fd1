import { CircleAlert, HardDrive } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { SyncLine } from "@/lib/state/sync-short.ts";

/** Where everything is kept; with a storage also whether it has everything, and the way to what can be done. */
export function LocalLine({ sync }: { sync: SyncLine | null }) {
  const words = sync?.words ?? i18n.t("nav.local");
  const line = (
    <>
      <Icon of={sync?.isProblem ? CircleAlert : HardDrive} size="sm" />
      <span class="meta">{words}</span>
    </>
  );
  return sync ? (
    <a class="local meta" href={sync.href} title={words} onClick={sync.open}>
      {line}
    </a>
  ) : (
    <p class="local meta" title={words}>
      {line}
    </p>
  );
}
