import { Copy, Mail } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { MailButton } from "./mail-button.tsx";
import { Section } from "./section.tsx";

/** Thanks, proposed from what was said: to be changed, copied or mailed by the person, and kept once they were given. */
export function ThankYou({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  const [editing, setEditing] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(editing);
  if (!after.read.value || after.thanked.value || after.letterDraft.value.value.skipped) return null;
  return (
    <Section head={i18n.t("wrapUp.thank", [view.partnerShort])} meta={i18n.t("wrapUp.thankHint")}>
      <div class="thanks-letter" ref={place}>
        {editing ? (
          <textarea
            class="textarea doc"
            rows={4}
            aria-label={i18n.t("wrapUp.thankWords")}
            value={after.letter.value}
            onInput={(event) => after.letterDraft.set({ text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.stopPropagation();
              setEditing(false);
            }}
          />
        ) : (
          <p class="doc break">{after.letter.value}</p>
        )}
        <div class="btns">
          <button type="button" class="btn sm" onClick={() => after.copyLetter()}>
            <Icon of={Copy} size="sm" />
            {i18n.t("wrapUp.thankCopy")}
          </button>
          <MailButton
            href={after.letterMail.value}
            small
            onTooLong={() => after.copyLetter(i18n.t("wrapUp.thankLong"))}
          >
            <Icon of={Mail} size="sm" />
            {i18n.t("wrapUp.thankMail")}
          </MailButton>
          <button type="button" class="btn sm" onClick={() => void after.thank()}>
            {i18n.t("wrapUp.thankDone", [view.partnerShort])}
          </button>
          <button type="button" class="btn sm quiet" data-return onClick={() => setEditing(!editing)}>
            {i18n.t(editing ? "wrapUp.doneChanging" : "wrapUp.thankEdit")}
          </button>
          <button type="button" class="btn sm quiet" onClick={() => after.skipThanks(true)}>
            {i18n.t("wrapUp.thankSkip")}
          </button>
        </div>
      </div>
    </Section>
  );
}
