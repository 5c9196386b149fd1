import { CircleAlert, FileDown, FileText, LockKeyhole } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { FileInput } from "@/components/kit/file-input.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { PassphraseField } from "@/components/kit/passphrase-field.tsx";
import { UnlockForm } from "@/components/kit/unlock-form.tsx";
import { dayOfInstant } from "@/lib/i18n/dates.ts";
import { itemName, type RoomModel } from "@/lib/state/room.ts";
import type { RoomView } from "@/lib/state/room-view.ts";
import { OpenedFile } from "./opened-file.tsx";

/** The file that goes to the other person, and the one that comes from them. `null` where there is no mentorship yet. */
export function Exchange({ model, view }: { model: RoomModel; view: RoomView | null }) {
  const { exchange } = model;
  const opened = exchange.opened.value;
  const failed = exchange.failed.value;
  const title = view
    ? i18n.t("room.exchange.title", [view.partnerShort])
    : i18n.t("room.exchange.titleAlone");
  return (
    <section class="exchange" aria-label={title}>
      {view && !view.isLeft && <Send model={model} view={view} />}
      <div class="file-way">
        <div>
          <label class="strong" for="room-file">
            {view ? i18n.t("room.exchange.receive", [view.partnerShort]) : i18n.t("room.exchange.receiveAny")}
          </label>
          <p class="hint">{lastWords(view)}</p>
        </div>
        <FileInput
          control={{ id: "room-file", "aria-describedby": undefined, "aria-invalid": failed !== null }}
          accept=".milepost,.age,.json,application/json"
          onFile={(file) => void exchange.open(file)}
        />
      </div>
      {exchange.locked.value && <UnlockForm onOpen={(passphrase) => void exchange.unlock(passphrase)} />}
      {failed && (
        <p class="error" role="alert">
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${failed}`)}
        </p>
      )}
      {opened && <OpenedFile opened={opened} model={model} />}
    </section>
  );
}

function Send({ model, view }: { model: RoomModel; view: RoomView }) {
  const [making, setMaking] = useState(false);
  return (
    <>
      <div class="file-way">
        <div>
          <p class="strong">{i18n.t("room.exchange.send", [view.partnerShort])}</p>
          <p class="hint">
            {i18n.t("room.exchange.items", view.mine)}{" "}
            {i18n.t("room.exchange.stay", model.kept.value?.length ?? 0)} {sentWords(view)}
          </p>
        </div>
        {!making && (
          <button type="button" class="btn sm" disabled={!view.hasRoom} onClick={() => setMaking(true)}>
            <Icon of={FileDown} size="sm" />
            {i18n.t("room.exchange.make")}
          </button>
        )}
      </div>
      {making && <MakeForm model={model} view={view} onClose={() => setMaking(false)} />}
    </>
  );
}

function MakeForm({ model, view, onClose }: { model: RoomModel; view: RoomView; onClose: () => void }) {
  const [locking, setLocking] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [withChanges, setWithChanges] = useState(true);
  const changed = view.changedHere;
  return (
    <form
      class="make-form"
      aria-label={i18n.t("room.exchange.make")}
      onSubmit={(event) => {
        event.preventDefault();
        void model.exchange.make(locking ? passphrase : "", withChanges).then((done) => done && onClose());
      }}
    >
      {changed.length > 0 && (
        <label class="pick">
          <input
            class="check"
            type="checkbox"
            checked={withChanges}
            onChange={(event) => setWithChanges(event.currentTarget.checked)}
          />
          <span>
            {i18n.t("room.exchange.withChanges", changed.length)}
            <span class="hint">{changed.map(({ row }) => itemName(row)).join(", ")}</span>
          </span>
        </label>
      )}
      <label class="pick">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          checked={locking}
          onChange={(event) => {
            setLocking(event.currentTarget.checked);
            setPassphrase("");
          }}
        />
        <span>
          {i18n.t("room.exchange.lock")}
          <span class="hint">{i18n.t("room.exchange.lockHint", [view.partnerShort])}</span>
        </span>
      </label>
      {locking && (
        <PassphraseField
          value={passphrase}
          hint={i18n.t("room.exchange.passphraseHint", [view.partnerShort])}
          minLength={8}
          onInput={setPassphrase}
        />
      )}
      <div class="btns">
        <button type="submit" class="btn primary" disabled={model.exchange.working.value}>
          <Icon of={locking ? LockKeyhole : FileDown} size="sm" />
          {i18n.t("room.exchange.save")}
        </button>
        <button type="button" class="btn" onClick={() => void model.saveMarkdown()}>
          <Icon of={FileText} size="sm" />
          {i18n.t("room.exchange.markdown")}
        </button>
        <button type="button" class="btn quiet" onClick={onClose}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

function sentWords({ fileMadeAt, unsent, hasRoom }: RoomView): string {
  if (!hasRoom) return i18n.t("room.exchange.nothingYet");
  if (fileMadeAt === null) return i18n.t("room.exchange.neverMade");
  const day = dayOfInstant(fileMadeAt);
  return unsent > 0
    ? i18n.t("room.exchange.madeAndNews", unsent, [String(unsent), day])
    : i18n.t("room.exchange.madeOn", [day]);
}

function lastWords(view: RoomView | null): string {
  if (!view?.last) return i18n.t("room.exchange.noneYet");
  const { last, clashes } = view;
  const day = dayOfInstant(last.madeAt);
  return clashes === 0
    ? i18n.t("room.exchange.merged", [day])
    : i18n.t("room.exchange.mergedClashes", clashes, [String(clashes), day]);
}
