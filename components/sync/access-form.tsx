import { CircleAlert, PlugZap } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useFormDraft } from "@/components/kit/use-form-draft.ts";
import type { ShownStorage, StorageKind } from "@/lib/domain/space.ts";
import { placeOf } from "@/lib/domain/storage-address.ts";
import type { AccessMistake } from "@/lib/domain/storage-form.ts";
import type { AccessForm as Typed, SyncSetUpModel } from "@/lib/state/sync-set-up.ts";
import { FolderField } from "./folder-field.tsx";
import { S3Fields } from "./s3-fields.tsx";
import { WebdavFields } from "./webdav-fields.tsx";
import { RestoredHint } from "@/components/kit/restored-hint.tsx";

/** Where a storage of one kind is, and how it lets us in. */
export function AccessForm({
  model,
  kind,
  label,
  draft,
  submit,
  busy,
  known,
  isRefused = false,
  onSubmit,
  onCancel,
}: {
  model: SyncSetUpModel;
  kind: StorageKind;
  label: string;
  draft: string | null;
  submit: string;
  /** What it does when it is sent. */
  busy: "testing" | "changing";
  /** What is set up already; then the browser has a name. */
  known?: ShownStorage;
  /** It does not let us in, so it is the secret that is to be typed. */
  isRefused?: boolean;
  /** @returns the field that is to be mended */
  onSubmit: (form: Typed) => AccessMistake | null;
  onCancel?: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [mistake, setMistake] = useState<AccessMistake | null>(null);
  const [typed, setTyped] = useState<{ address?: string; user?: string }>({});
  const kept = useFormDraft(form, draft);
  const isBusy = model.busy.value === busy;
  const host = URL.parse(typed.address ?? "")?.host ?? "";
  const knownHost = known ? placeOf(known).host : "";

  const field = (name: string): HTMLElement | null =>
    form.current?.querySelector<HTMLElement>(`[data-field="${name}"]`) ?? null;
  // In the set-up the choice of the kind has it, and goes on with the arrows.
  useEffect(() => {
    const first = isRefused ? 'input[type="password"]' : "[data-field]";
    if (known) form.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  const value = (name: string): string => {
    const found = field(name);
    return found instanceof HTMLInputElement ? found.value : "";
  };
  const send = (): void => {
    // The browser's question needs the click itself, so nothing is waited for before.
    const wrong = onSubmit({ ...typedAs(kind, value), browserName: value("browserName") });
    setMistake(wrong);
    if (wrong) field(wrong.field)?.focus();
  };
  const useAddress = (next: string): void => {
    const address = field("address");
    if (!(address instanceof HTMLInputElement)) return;
    address.value = next;
    address.dispatchEvent(new Event("input", { bubbles: true }));
    field("password")?.focus();
  };

  if (kind === "folder" && !model.canPickFolder) {
    return (
      <div class="notice" role="status">
        <Icon of={CircleAlert} />
        <div>
          <p class="strong">{i18n.t("sync.folder.cannot")}</p>
          <p class="soft">{i18n.t("sync.folder.cannotHint")}</p>
        </div>
      </div>
    );
  }
  return (
    <form
      ref={form}
      class="access"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onInput={() => {
        setMistake(null);
        setTyped({ address: value("address"), user: value("user") });
      }}
    >
      {kind === "webdav" && (
        <WebdavFields
          known={known?.kind === "webdav" ? known : undefined}
          mistake={mistake}
          nextcloud={model.nextcloudFolder(typed.address ?? "", typed.user ?? "")}
          onUse={useAddress}
        />
      )}
      {kind === "s3" && <S3Fields known={known?.kind === "s3" ? known : undefined} mistake={mistake} />}
      {kind === "folder" && (
        <FolderField
          folder={model.folder.value}
          mistake={mistake}
          onChoose={() => {
            setMistake(null);
            model.chooseFolder();
          }}
        />
      )}
      {!known && (
        <div class="span half">
          <Field label={i18n.t("sync.form.browserName")} hint={i18n.t("sync.form.browserNameHint")}>
            {(control) => (
              <input
                {...control}
                class="input"
                name="browserName"
                data-field="browserName"
                type="text"
                maxLength={60}
                autocomplete="off"
                defaultValue={model.browserName}
              />
            )}
          </Field>
        </div>
      )}
      {kept.restored && <RestoredHint onStartOver={kept.startOver} />}
      <div class="btns span">
        <button
          type="submit"
          class="btn primary"
          aria-busy={isBusy}
          disabled={model.busy.value !== null && !isBusy}
        >
          {!isBusy && <Icon of={PlugZap} size="sm" />}
          {isBusy ? i18n.t("sync.form.testing") : submit}
        </button>
        {onCancel && (
          <button type="button" class="btn quiet" onClick={onCancel}>
            {i18n.t("common.cancel")}
          </button>
        )}
      </div>
      {host !== "" && host !== knownHost && <p class="hint span">{i18n.t("sync.form.asks", [host])}</p>}
    </form>
  );
}

function typedAs(kind: StorageKind, value: (name: string) => string) {
  switch (kind) {
    case "webdav":
      return { kind, address: value("address"), user: value("user"), password: value("password") };
    case "s3":
      return {
        kind,
        address: value("address"),
        bucket: value("bucket"),
        region: value("region"),
        accessKeyId: value("accessKeyId"),
        secretAccessKey: value("secretAccessKey"),
      };
    case "folder":
      return { kind };
  }
}
