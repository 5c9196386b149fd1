import { CircleCheck, Clock, LockKeyhole } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { FoundStorage, SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { clockOff } from "@/lib/state/sync-view.ts";
import { JoinForm } from "./join-form.tsx";

/** The storage works: begin there, or join what is there. */
export function Found({ model, found }: { model: SyncSetUpModel; found: FoundStorage }) {
  const { hasSpace, hasPassphrase, isSlow, aheadMs, browser, place } = found;
  const head = useRef<HTMLDivElement>(null);
  // What was found is heard, and the next Tab leads to what can be done about it.
  useEffect(() => head.current?.focus(), [hasSpace]);
  const busy = model.busy.value;
  const asking = model.request.busy.value !== null;
  const off = clockOff(aheadMs);
  return (
    <div class="found-there">
      <div class="status" ref={head} tabIndex={-1} role="status">
        <Icon of={CircleCheck} />
        <span>
          <span class="strong">{i18n.t(hasSpace ? "sync.found.there" : "sync.found.works")}</span>
          <span class="meta">{`${place.host}${place.path}`}</span>
        </span>
      </div>
      <p class="prose">{i18n.t(hintOf(found))}</p>
      {!hasSpace && browser.storage.kind === "folder" && (
        <p class="hint">{i18n.t("sync.found.folderEmpty")}</p>
      )}
      {isSlow && <p class="hint">{i18n.t("sync.found.slow")}</p>}
      {off && (
        <p class="hint clock">
          <Icon of={Clock} size="sm" />
          {i18n.t(`sync.found.clock.${off.way}`, [i18n.t(`sync.found.${off.unit}`, off.amount)])}
        </p>
      )}
      {hasSpace ? (
        <>
          <JoinForm model={model} hasPassphrase={hasPassphrase}>
            <OtherStorage model={model} />
          </JoinForm>
          <div class="or">
            <p class="soft">{i18n.t("sync.join.or")}</p>
            <button
              type="button"
              class="btn"
              aria-busy={asking}
              disabled={busy !== null}
              onClick={() => void model.request.make(browser)}
            >
              {i18n.t(asking ? "sync.join.asking" : "sync.join.ask")}
            </button>
          </div>
        </>
      ) : (
        <>
          <p class="soft">{i18n.t("sync.found.beginHint")}</p>
          <div class="btns">
            <button
              type="button"
              class="btn primary"
              aria-busy={busy === "beginning"}
              disabled={busy !== null && busy !== "beginning"}
              onClick={() => void model.begin()}
            >
              {busy !== "beginning" && <Icon of={LockKeyhole} size="sm" />}
              {i18n.t(busy === "beginning" ? "sync.found.beginning" : "sync.found.begin")}
            </button>
            <OtherStorage model={model} />
          </div>
        </>
      )}
    </div>
  );
}

function hintOf({ hasSpace, hasPassphrase }: FoundStorage) {
  if (!hasSpace) return "sync.found.empty";
  return hasPassphrase ? "sync.found.thereHintEither" : "sync.found.thereHint";
}

function OtherStorage({ model }: { model: SyncSetUpModel }) {
  return (
    <button
      type="button"
      class="btn quiet"
      disabled={model.busy.value !== null}
      onClick={() => model.startOver()}
    >
      {i18n.t("sync.found.other")}
    </button>
  );
}
