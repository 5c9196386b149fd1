import { CircleCheck, LifeBuoy } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { AsideList } from "@/components/kit/aside-list.tsx";
import { Brand } from "@/components/kit/brand.tsx";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { AsideModel } from "@/lib/state/aside.ts";
import type { RecoveryModel } from "@/lib/state/recovery.ts";
import { Copies } from "./copies.tsx";
import { countsInWords, momentOf } from "./words.ts";

/**
 * Stands in for the app where the data is not what it was: what was there, what is there, and the copies. Nothing
 * happens but by choice.
 */
export function RecoveryScreen({ model, aside }: { model: RecoveryModel; aside: AsideModel }) {
  const kind = model.kind.value ?? "emptied";
  const restored = model.restored.value;
  return (
    <main id="main" class="recovery" tabIndex={-1}>
      <p class="brand">
        <Brand />
        {i18n.t("common.milepost")}
      </p>
      {restored ? (
        <>
          <h1 class="page-title">{i18n.t("recovery.doneTitle")}</h1>
          <div class="notice" role="status">
            <Icon of={CircleCheck} />
            <p>{i18n.t("recovery.done", [countsInWords(restored)])}</p>
          </div>
          <button type="button" class="btn primary lg" onClick={() => model.goOn()}>
            {i18n.t("recovery.goOn")}
          </button>
        </>
      ) : (
        <>
          <h1 class="page-title">{i18n.t(`trouble.${kind}.title`)}</h1>
          <Words model={model} kind={kind} />
          <Failed model={model} />
          <Copies model={model} />
          {kind === "unopenable" ? (
            <Aside aside={aside} />
          ) : (
            <>
              <FromStorage model={model} />
              <KeepHere model={model} />
            </>
          )}
        </>
      )}
    </main>
  );
}

function Words({ model, kind }: { model: RecoveryModel; kind: "emptied" | "partial" | "unopenable" }) {
  const expected = model.expected.value;
  const here = model.here.value;
  const copies = model.copies.value;
  return (
    <>
      {copies && (
        <div class="notice soon" role="alert">
          <Icon of={LifeBuoy} />
          <p>
            {copies.length > 0 ? i18n.t("recovery.copiesThere", copies.length) : i18n.t("recovery.noCopies")}
          </p>
        </div>
      )}
      <p class="prose">{i18n.t(`recovery.why.${kind}`)}</p>
      <dl class="keys was-is">
        {expected && (
          <div>
            <dt>{i18n.t("recovery.was", [momentOf(expected.at)])}</dt>
            <dd>{countsInWords(expected.counts)}</dd>
          </div>
        )}
        {here && (
          <div>
            <dt>{i18n.t("recovery.is")}</dt>
            <dd>{countsInWords(here)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Failed({ model }: { model: RecoveryModel }) {
  const failed = model.failed.value;
  if (failed === "noBucket" || failed === "noCopies" || failed === "slow") {
    return (
      <div class="notice late" role="alert">
        <Icon of={LifeBuoy} />
        <p>{i18n.t(`recovery.${failed === "noCopies" ? "unreadCopies" : failed}`)}</p>
      </div>
    );
  }
  return <FailureNotice failure={failed} />;
}

/** What is written in the meantime. */
function Aside({ aside }: { aside: AsideModel }) {
  return (
    <section class="sec">
      <h2 class="title">{i18n.t("recovery.aside")}</h2>
      <p class="soft">{i18n.t("recovery.asideHint")}</p>
      <textarea
        class="textarea"
        rows={8}
        aria-label={i18n.t("recovery.note")}
        placeholder={i18n.t("recovery.notePlaceholder")}
        value={aside.note.value}
        onInput={(event) => aside.typeNote(event.currentTarget.value)}
      />
      {aside.note.value && <p class="hint">{i18n.t("trouble.aside")}</p>}
      <AsideList aside={aside} />
    </section>
  );
}

/** For who has a recovery code: what was sent is there, whatever became of it here. */
function FromStorage({ model }: { model: RecoveryModel }) {
  return (
    <section class="sec">
      <h2 class="title">{i18n.t("sync.restore.title")}</h2>
      <p class="soft">{i18n.t("sync.restore.text")}</p>
      <button
        type="button"
        class="btn"
        disabled={model.progress.value !== null}
        onClick={() => void model.goToStorage()}
      >
        {i18n.t("sync.restore.go")}
      </button>
    </section>
  );
}

function KeepHere({ model }: { model: RecoveryModel }) {
  const [asking, setAsking] = useState(false);
  const expected = model.expected.value;
  return (
    <section class="sec">
      <h2 class="title">{i18n.t("recovery.keepTitle")}</h2>
      <p class="soft">{i18n.t("recovery.keepHint")}</p>
      <button
        type="button"
        class="btn"
        disabled={model.progress.value !== null}
        onClick={() => setAsking(true)}
      >
        {i18n.t("recovery.keep")}
      </button>
      <ConfirmDialog
        open={asking}
        title={i18n.t("recovery.keepAsk")}
        confirm={i18n.t("recovery.keep")}
        onConfirm={() => void model.keepHere()}
        onClose={() => setAsking(false)}
      >
        <p>
          {i18n.t("recovery.keepGives", [
            countsInWords(expected?.counts ?? {}),
            countsInWords(model.here.value ?? {}),
          ])}
        </p>
        <p>{i18n.t("recovery.keepRest")}</p>
      </ConfirmDialog>
    </section>
  );
}
