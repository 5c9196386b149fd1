import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { KindMenu } from "@/components/kit/kind-menu.tsx";
import { entryKinds } from "@/lib/domain/vocabulary.ts";
import type { JournalModel } from "@/lib/state/journal.ts";

/** Writes a new entry. Kept from its first key; Ctrl+Enter adds it, since Enter makes a new line. */
export function Compose({ model }: { model: JournalModel }) {
  const { compose } = model;
  const field = useRef<HTMLTextAreaElement>(null);
  const kind = compose.kind.value;
  useEffect(() => {
    if (model.asked) field.current?.focus();
  }, []);
  const add = async (): Promise<void> => {
    await compose.add();
    field.current?.focus();
  };
  return (
    <form
      class="compose"
      aria-label={i18n.t("journal.add")}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <textarea
        ref={field}
        class="textarea"
        aria-label={i18n.t("journal.entry")}
        placeholder={
          kind === "touch"
            ? i18n.t("capture.placeholders.touch")
            : model.asked === "reflection"
              ? model.question
              : i18n.t("journal.prompt")
        }
        value={compose.text.value}
        onInput={(event) => compose.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void add();
        }}
      />
      <div class="foot">
        <KindMenu
          kind={kind}
          kinds={entryKinds}
          icons={captureIcons}
          named
          onChoose={(each) => {
            compose.choose(each);
            field.current?.focus();
          }}
        />
        {compose.restored.value && (
          <span class="meta" role="status">
            {i18n.t("capture.restored")}
          </span>
        )}
        <button type="submit" class="btn sm primary">
          {i18n.t("journal.addOne")}
        </button>
      </div>
    </form>
  );
}
