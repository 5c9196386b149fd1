import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { ShownStorage } from "@/lib/domain/space.ts";
import { placeOf } from "@/lib/domain/storage-address.ts";
import type { SyncModel, SyncSpace } from "@/lib/state/sync.ts";
import { AccessForm } from "./access-form.tsx";
import { SetUpTrouble } from "./set-up-trouble.tsx";

/** Where it is kept, and the ways to change, rest and stop it. */
export function StorageRows({
  model,
  space,
  isOut,
  children,
}: {
  model: SyncModel;
  space: SyncSpace;
  /** This browser was taken out: all that is left to do is to stop. */
  isOut: boolean;
  /** What stands between where it is and how to stop it. */
  children: ComponentChildren;
}) {
  const { storage } = space;
  const { kind } = storage;
  const place = placeOf(storage);
  const row = useReturnFocus<HTMLDivElement>(model.changing.value);
  return (
    <>
      <div class="setting" ref={row}>
        <div>
          <p class="strong">{i18n.t("sync.storage.title")}</p>
          <p class="hint mono">{`${place.host}${place.path}`}</p>
          <p class="hint">{rowOf(storage)}</p>
        </div>
        {!model.changing.value && !isOut && (
          <button type="button" class="btn sm" data-return onClick={() => model.showAccess(true)}>
            {i18n.t(`sync.storage.change.${kind}`)}
          </button>
        )}
      </div>
      {model.changing.value && (
        <AccessForm
          model={model.setUp}
          kind={kind}
          label={i18n.t(`sync.storage.changeTitle.${kind}`)}
          draft={null}
          submit={i18n.t("sync.form.save")}
          busy="changing"
          known={storage}
          isRefused={model.view.value?.words === "refused" || model.view.value?.words === "keyRefused"}
          onSubmit={(form) => model.setUp.change(form, () => model.showAccess(false))}
          onCancel={() => model.showAccess(false)}
        />
      )}
      {!isOut && children}
      <SetUpTrouble model={model.setUp} />
      {!space.paused && !isOut && (
        <div class="setting">
          <div>
            <p class="strong">{i18n.t("sync.act.pause")}</p>
            <p class="hint">{i18n.t("sync.pauseHint")}</p>
          </div>
          <button type="button" class="btn sm" onClick={() => void model.pause()}>
            {i18n.t("sync.act.pause")}
          </button>
        </div>
      )}
      <Stop model={model} waiting={space.waiting} />
    </>
  );
}

function rowOf(storage: ShownStorage): string {
  if (storage.kind === "webdav") return i18n.t("sync.storage.row.webdav", [storage.user]);
  if (storage.kind === "s3") return i18n.t("sync.storage.row.s3", [storage.accessKeyId]);
  return i18n.t("sync.storage.row.folder");
}

function Stop({ model, waiting }: { model: SyncModel; waiting: number }) {
  return (
    <div class="setting">
      <div>
        <p class="strong">{i18n.t("sync.stop.title")}</p>
        <p class="hint">{i18n.t("sync.stop.hint")}</p>
      </div>
      <button type="button" class="btn sm" onClick={() => model.askToStop(true)}>
        {i18n.t("sync.stop.button")}
      </button>
      <ConfirmDialog
        open={model.stopping.value}
        title={i18n.t("sync.stop.ask")}
        confirm={i18n.t("sync.stop.confirm")}
        onConfirm={() => void model.stop()}
        onClose={() => model.askToStop(false)}
      >
        <p>{i18n.t("sync.stop.text")}</p>
        {waiting > 0 && <p>{i18n.t("sync.stop.textUnsent", waiting)}</p>}
        <p>{i18n.t("sync.stop.textAgain")}</p>
      </ConfirmDialog>
    </div>
  );
}
