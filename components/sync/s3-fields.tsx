import { i18n } from "#i18n";
import { type AccessMistake, bucketParts } from "@/lib/domain/storage-form.ts";
import { AccessField } from "./access-field.tsx";

/** Service, bucket and key of an S3-compatible storage. */
export function S3Fields({
  known,
  mistake,
}: {
  known: { url: string; region: string; accessKeyId: string } | undefined;
  mistake: AccessMistake | null;
}) {
  const parts = known ? bucketParts(known.url) : null;
  return (
    <>
      <div class="span">
        <AccessField
          field="address"
          label={i18n.t("sync.s3.address")}
          hint={i18n.t("sync.s3.addressHint")}
          mistake={mistake}
          known={parts?.address}
          example={i18n.t("sync.s3.addressExample")}
          mono
        />
      </div>
      <AccessField
        field="bucket"
        label={i18n.t("sync.s3.bucket")}
        hint={i18n.t("sync.s3.bucketHint")}
        mistake={mistake}
        known={parts?.bucket}
        mono
      />
      <AccessField
        field="region"
        label={i18n.t("sync.s3.region")}
        hint={i18n.t("sync.s3.regionHint")}
        mistake={mistake}
        known={known?.region}
        optional
        mono
      />
      <AccessField
        field="accessKeyId"
        label={i18n.t("sync.s3.accessKeyId")}
        hint={i18n.t("sync.s3.accessKeyIdHint")}
        mistake={mistake}
        known={known?.accessKeyId}
        mono
      />
      <AccessField
        field="secretAccessKey"
        label={i18n.t(known ? "sync.s3.secretAgain" : "sync.s3.secret")}
        hint={i18n.t("sync.s3.secretHint")}
        mistake={mistake}
        secret
      />
    </>
  );
}
