import { Clock, HeartPulse, Info, Trash2, TriangleAlert } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { SyncNotice } from "@/lib/domain/space.ts";
import type { SyncModel } from "@/lib/state/sync.ts";
import { clockOff, noticeWords } from "@/lib/state/sync-view.ts";

const icons = { renamed: Info, healed: HeartPulse, withheld: TriangleAlert, clock: Clock, deleted: Trash2 };

/** What happened and is told once: each stays until it was read. */
export function Notices({ model, notices }: { model: SyncModel; notices: readonly SyncNotice[] }) {
  return notices.map((notice) => {
    const words = noticeWords(notice);
    return (
      <div class={notice.kind === "withheld" ? "notice soon" : "notice"} role="status" key={notice.id}>
        <Icon of={icons[notice.kind]} />
        <div>
          <p class="strong">{titleOf(notice, words)}</p>
          <p class="soft">
            {words === "clockAhead" || words === "clockBehind"
              ? i18n.t("sync.notice.clockHint")
              : i18n.t(`sync.notice.${words}Hint`)}
            {notice.kind === "renamed" && ` ${i18n.t("sync.notice.fetched", notice.count ?? 0)}`}
          </p>
        </div>
        <div class="btns">
          {notice.kind === "deleted" && (
            <button type="button" class="btn sm" onClick={() => void model.takeBack(notice.id)}>
              {i18n.t("sync.notice.takeBack")}
            </button>
          )}
          <button
            type="button"
            class={notice.kind === "deleted" ? "btn sm quiet" : "btn sm"}
            onClick={() => void model.dismiss(notice.id)}
          >
            {i18n.t("sync.notice.dismiss")}
          </button>
        </div>
      </div>
    );
  });
}

function titleOf(notice: SyncNotice, words: ReturnType<typeof noticeWords>): string {
  if (notice.kind === "withheld") return i18n.t("sync.notice.withheld", notice.count);
  if (notice.kind === "deleted") return i18n.t("sync.notice.deleted", notice.count);
  const off = notice.kind === "clock" ? clockOff(notice.aheadMs) : null;
  const amount = off ? i18n.t(`sync.found.${off.unit}`, off.amount) : "";
  if (words === "clockAhead" || words === "clockBehind") return i18n.t(`sync.notice.${words}`, [amount]);
  return i18n.t(`sync.notice.${words as "renamed" | "emptied" | "rolledBack"}`);
}
