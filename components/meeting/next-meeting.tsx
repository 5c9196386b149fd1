import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Rhythm } from "@/lib/domain/taper.ts";
import { clockTime, shortDay } from "@/lib/i18n/dates.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import type { NextChoice, WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";
import { FollowingMeeting } from "./following-meeting.tsx";
import { Section } from "./section.tsx";

/** When the two meet again: by their rhythm, a day later, on another day, or not decided now. */
export function NextMeeting({ wrapUp, view }: { wrapUp: WrapUpModel; view: MeetingView }) {
  const name = useId();
  const offer = wrapUp.proposal.value;
  if (view.following) return <FollowingMeeting view={view} />;
  if (!offer) return null;
  const chosen = wrapUp.next.value;
  const when = (on: string): string => `${shortDay(on, view.today)} ${clockTime(offer.localTime)}`;
  const choices: [NextChoice, string][] = [
    ["rhythm", when(offer.rhythm.on)],
    ["later", when(offer.later.on)],
    ["other", i18n.t("wrapUp.other")],
    ["none", i18n.t("wrapUp.none")],
  ];
  return (
    <Section head={i18n.t("wrapUp.next")} meta={rhythmWords(offer)}>
      <div class="choices" role="radiogroup" aria-label={i18n.t("wrapUp.next")}>
        {choices.map(([choice, label]) => (
          <label key={choice} class="chip">
            <input
              class="sr"
              type="radio"
              name={name}
              checked={choice === chosen}
              onChange={() => wrapUp.choose(choice)}
            />
            {label}
          </label>
        ))}
      </div>
      {chosen === "other" && <OtherDay wrapUp={wrapUp} />}
      {chosen !== "none" && (
        <p class="meta">
          {i18n.t("wrapUp.willBe", [offer.rhythm.title, String(offer.rhythm.minutes)])}{" "}
          {view.left.length > 0 && i18n.t("wrapUp.comesAlong", view.left.length)}
        </p>
      )}
    </Section>
  );
}

function OtherDay({ wrapUp }: { wrapUp: WrapUpModel }) {
  const { on, time } = wrapUp.other.value;
  return (
    <div class="btns other">
      <input
        class="input"
        type="date"
        aria-label={i18n.t("wrapUp.otherDay")}
        value={on}
        onInput={(event) => wrapUp.chooseOther({ on: event.currentTarget.value })}
      />
      <input
        class="input"
        type="time"
        aria-label={i18n.t("wrapUp.otherTime")}
        value={time}
        onInput={(event) => wrapUp.chooseOther({ time: event.currentTarget.value })}
      />
    </div>
  );
}

function rhythmWords({ cadence, tapers }: Rhythm): string {
  if (!cadence) return i18n.t("wrapUp.noRhythm");
  const words = i18n.t(cadence.unit === "week" ? "wrapUp.everyWeeks" : "wrapUp.everyMonths", cadence.every);
  return tapers ? i18n.t("wrapUp.tapers", [words]) : words;
}
