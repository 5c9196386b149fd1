import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { lengthWords } from "@/lib/i18n/lead-words.ts";

/** The times of a kind, as words that can be written over. */
export function ReminderLeads({
  name,
  leads,
  usual,
  onType,
}: {
  /** The kind in words; with whom, where it is of one mentorship. */
  name: string;
  /** Minutes; `null` where those of `usual` are followed. */
  leads: readonly number[] | null;
  usual?: readonly number[];
  /** @returns whether it could be read */
  onType: (typed: string) => Promise<boolean>;
}) {
  const [bad, setBad] = useState(false);
  const id = useId();
  const words = leads ? leadWords(leads) : "";
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was read stands there in full; the field is the same one, and keeps the focus.
    if (field.current) field.current.value = words;
  }, [words]);
  return (
    <span class="lead">
      <input
        ref={field}
        class="input"
        aria-label={i18n.t("reminders.settingsPage.leads", [name])}
        aria-invalid={bad}
        aria-describedby={bad ? id : undefined}
        placeholder={usual && leadWords(usual)}
        defaultValue={words}
        onChange={(event) => {
          void onType(event.currentTarget.value).then((read) => setBad(!read));
        }}
      />
      {bad && (
        <span class="error" id={id} role="alert">
          {i18n.t("reminders.settingsPage.leadsBad")}
        </span>
      )}
    </span>
  );
}

function leadWords(leads: readonly number[]): string {
  return leads
    .map((lead) =>
      lead === 0 ? i18n.t("reminders.settingsPage.onDay") : lengthWords(lead).replaceAll(",", ""),
    )
    .join(", ");
}
