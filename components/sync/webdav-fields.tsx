import { i18n } from "#i18n";
import type { AccessMistake } from "@/lib/domain/storage-form.ts";
import { AccessField } from "./access-field.tsx";

/** Address, user and password of a WebDAV folder. */
export function WebdavFields({
  known,
  mistake,
  nextcloud,
  onUse,
}: {
  known: { url: string; user: string } | undefined;
  mistake: AccessMistake | null;
  /** Where the files are of which a page was typed; see `nextcloudFolder`. */
  nextcloud: string | null;
  onUse: (address: string) => void;
}) {
  return (
    <>
      <div class="span">
        <AccessField
          field="address"
          label={i18n.t("sync.form.address")}
          hint={i18n.t("sync.form.addressHint")}
          mistake={mistake}
          known={known?.url}
          example={i18n.t("sync.form.addressExample")}
          mono
        />
      </div>
      {nextcloud && (
        <p class="span hint nextcloud">
          {i18n.t("sync.form.nextcloud", [nextcloud])}{" "}
          <button type="button" class="btn link" onClick={() => onUse(nextcloud)}>
            {i18n.t("sync.form.useNextcloud")}
          </button>
        </p>
      )}
      <AccessField field="user" label={i18n.t("sync.form.user")} mistake={mistake} known={known?.user} />
      <AccessField
        field="password"
        label={i18n.t(known ? "sync.storage.passwordAgain" : "sync.form.password")}
        hint={i18n.t("sync.form.passwordHint")}
        mistake={mistake}
        secret
      />
    </>
  );
}
