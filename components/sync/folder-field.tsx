import { CircleAlert, Folder, FolderOpen } from "lucide";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { AccessMistake } from "@/lib/domain/storage-form.ts";

/** The folder that was chosen, and the button that lets the browser ask for one. */
export function FolderField({
  folder,
  mistake,
  onChoose,
}: {
  folder: { name: string } | null;
  mistake: AccessMistake | null;
  onChoose: () => void;
}) {
  const below = useId();
  const failure = mistake?.field === "folder" ? mistake.failure : null;
  return (
    <div class={failure ? "span field folder has-error" : "span field folder"}>
      <p class="status" role="status">
        <Icon of={Folder} />
        <span class={folder ? "strong" : "soft"}>{folder ? folder.name : i18n.t("sync.folder.none")}</span>
      </p>
      <div class="btns">
        <button type="button" class="btn" data-field="folder" aria-describedby={below} onClick={onChoose}>
          <Icon of={FolderOpen} size="sm" />
          {i18n.t(folder ? "sync.folder.other" : "sync.folder.choose")}
        </button>
      </div>
      {failure ? (
        <p class="error" id={below}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${failure}`)}
        </p>
      ) : (
        <p class="hint" id={below}>
          {i18n.t("sync.folder.hint")}
        </p>
      )}
      <p class="hint">{i18n.t("sync.folder.openHint")}</p>
    </div>
  );
}
