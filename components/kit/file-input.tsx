import type { FieldControl } from "./field.tsx";

/** Takes a file in. The same file chosen again, after it was mended perhaps, is a change too. */
export function FileInput({
  control,
  accept,
  disabled,
  onFile,
}: {
  /** What ties it to its label, where it stands in a `Field`. */
  control?: FieldControl;
  /** Endings and types, as the browser's dialog offers them. */
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => void;
}) {
  return (
    <input
      {...control}
      class="file"
      type="file"
      accept={accept}
      disabled={disabled}
      onClick={(event) => {
        event.currentTarget.value = "";
      }}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        if (file) onFile(file);
      }}
    />
  );
}
