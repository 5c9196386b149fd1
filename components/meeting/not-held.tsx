import { CalendarPlus, Copy, Mail } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { isNotHeld } from "@/lib/domain/meeting-status.ts";
import { owners } from "@/lib/domain/vocabulary.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import type { NotHeldModel } from "@/lib/state/not-held.ts";
import { MailButton } from "./mail-button.tsx";
import { Section } from "./section.tsx";

/** What became of a meeting that was not held: at whose wish and why, where its topics are, and how to go on. */
export function NotHeld({ model, view }: { model: NotHeldModel; view: MeetingView }) {
  const { meeting } = view;
  const { status } = meeting;
  const shown = model.shown.value;
  const why = useRef<HTMLInputElement>(null);
  // What another window or an undo changed stands in the field, unless somebody is typing in it.
  useEffect(() => {
    const field = why.current;
    if (field && field !== document.activeElement) field.value = meeting.notHeldWhy ?? "";
  }, [meeting.notHeldWhy]);
  if (!shown || !isNotHeld(status)) return null;
  const save = (change: { why?: string; by?: string }): void => {
    const by = owners.find((each) => each === (change.by ?? meeting.notHeldBy)) ?? "";
    void model.explain({ why: change.why ?? meeting.notHeldWhy ?? "", by });
  };
  return (
    <Section head={i18n.t(`meeting.outcome.${status}`)}>
      <div class="not-held">
        <div class="two">
          <Field label={i18n.t("meeting.outcome.by")}>
            {(control) => (
              <select
                {...control}
                class="select"
                value={meeting.notHeldBy ?? ""}
                onChange={(event) => save({ by: event.currentTarget.value })}
              >
                <option value="">{i18n.t("meeting.outcome.byNobody")}</option>
                {owners.map((owner) => (
                  <option key={owner} value={owner}>
                    {owner === "them"
                      ? view.partnerShort
                      : i18n.t(owner === "both" ? "wrapUp.both" : "wrapUp.me")}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={i18n.t("meeting.outcome.why")} optional>
            {(control) => (
              <input
                {...control}
                ref={why}
                class="input"
                type="text"
                autocomplete="off"
                placeholder={i18n.t("meeting.outcome.whyExample")}
                defaultValue={meeting.notHeldWhy ?? ""}
                onKeyDown={(event) => {
                  if (event.key === "Enter") event.currentTarget.blur();
                }}
                onBlur={(event) => {
                  const words = event.currentTarget.value.trim();
                  if (words !== (meeting.notHeldWhy ?? "")) save({ why: words });
                }}
              />
            )}
          </Field>
        </div>
        {shown.moved && (
          <p>
            <a href={`#/meetings/${encodeURIComponent(shown.moved.id)}?at=brief`}>
              {i18n.t("meeting.outcome.movedTo", [shown.moved.when])}
            </a>
          </p>
        )}
        {shown.goesOn && shown.openTopics > 0 && (
          <p class="meta">
            {shown.next
              ? i18n.t("meeting.outcome.topicsOn", [shown.next.when])
              : i18n.t("meeting.outcome.topicsWait")}
          </p>
        )}
        {!shown.moved && (
          <div class="btns">
            <button type="button" class="btn primary" onClick={model.planAnother}>
              <Icon of={CalendarPlus} />
              {i18n.t("meeting.outcome.another")}
            </button>
          </div>
        )}
        {shown.goesOn && (
          <div class="thanks-letter">
            <p class="meta">{i18n.t("meeting.outcome.message", [view.partnerShort])}</p>
            <p class="doc break">{shown.message}</p>
            <div class="btns">
              <button type="button" class="btn sm" onClick={model.copyMessage}>
                <Icon of={Copy} size="sm" />
                {i18n.t("meeting.outcome.copy")}
              </button>
              <MailButton href={shown.mail} small onTooLong={model.copyMessage}>
                <Icon of={Mail} size="sm" />
                {i18n.t("wrapUp.thankMail")}
              </MailButton>
            </div>
          </div>
        )}
      </div>
    </Section>
  );
}
