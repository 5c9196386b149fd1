import { CalendarPlus } from "lucide";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { CalendarsModel } from "@/lib/state/calendars.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** The form for a secret address. It is not kept as a draft: drafts go into backups. */
export function FollowCalendar({ model }: { model: CalendarsModel }) {
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<Failure | null>(null);
  return (
    <form
      class="follow"
      aria-label={i18n.t("calendar.followTitle")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const field = input.current;
        if (!field) return;
        // The browser's question needs the click itself, so nothing is waited for before.
        void model.follow(field.value).then((problem) => {
          setError(problem);
          if (problem) field.focus();
          else field.value = "";
        });
      }}
    >
      <Field label={i18n.t("calendar.address")} hint={i18n.t("calendar.addressHint")} error={error}>
        {(control) => (
          <input
            {...control}
            ref={input}
            class="input"
            type="url"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder={i18n.t("calendar.addressExample")}
            onInput={() => setError(null)}
          />
        )}
      </Field>
      <div class="btns">
        <button type="submit" class="btn">
          <Icon of={CalendarPlus} size="sm" />
          {i18n.t("calendar.follow")}
        </button>
      </div>
    </form>
  );
}
