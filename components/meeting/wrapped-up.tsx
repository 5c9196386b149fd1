import { Check, ClockAlert, Copy, DoorOpen, Mail } from "lucide";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { Icon } from "@/components/kit/icon.tsx";
import { LeftRoom } from "@/components/kit/left-room.tsx";
import { entryKinds } from "@/lib/domain/vocabulary.ts";
import { shortDay } from "@/lib/i18n/dates.ts";
import type { AfterMeetingModel } from "@/lib/state/after-meeting.ts";
import type { WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";
import type { MeetingView } from "@/lib/state/meeting-view.ts";
import { meetingPath } from "@/lib/state/paths.ts";
import { AccomplishedList } from "./accomplished.tsx";
import { MailButton } from "./mail-button.tsx";
import { MeetingWhen } from "./meeting-when.tsx";
import { FollowingMeeting } from "./following-meeting.tsx";
import { ParkedHere } from "./parked-here.tsx";
import { Section } from "./section.tsx";
import { TalkedAbout } from "./talked-about.tsx";
import { ThankYou } from "./thank-you.tsx";
import { UsefulScale } from "./useful-scale.tsx";

/** What a meeting came to: the promises, what was done, decided and said, what was carried on. */
export function WrappedUp({
  wrapUp,
  after,
  view,
}: {
  wrapUp: WrapUpModel;
  after: AfterMeetingModel;
  view: MeetingView;
}) {
  const { meeting } = view;
  const thanked = after.thanked.value;
  return (
    <div class="stop wrapped">
      <header class="meet stop-head">
        <div class="line">
          <h2 class="title">{meeting.title}</h2>
        </div>
        <MeetingWhen view={view} />
        {thanked && <p class="meta">{i18n.t("wrapUp.thankedOn", [shortDay(thanked.on, view.today)])}</p>}
        {meeting.focus && <p class="doc asked">{meeting.focus}</p>}
        <div class="btns">
          <button type="button" class="btn" onClick={after.copyRecap}>
            <Icon of={Copy} />
            {i18n.t("wrapUp.copy")}
          </button>
          <MailButton href={after.recapMail.value} onTooLong={after.copyForMail}>
            <Icon of={Mail} />
            {i18n.t("wrapUp.mail")}
          </MailButton>
          {view.mentorship.roomLeftAt ? (
            <LeftRoom />
          ) : (
            <button type="button" class="btn quiet" onClick={after.postRecap}>
              <Icon of={DoorOpen} />
              {i18n.t("room.share")}
            </button>
          )}
          <button type="button" class="btn quiet" onClick={wrapUp.change}>
            {i18n.t("wrapUp.change")}
          </button>
          {!thanked && after.letterDraft.value.value.skipped && (
            <button type="button" class="btn quiet" onClick={() => after.skipThanks(false)}>
              {i18n.t("wrapUp.thankAgain")}
            </button>
          )}
        </div>
      </header>
      <div class="col">
        <Promises view={view} />
        <FollowingMeeting view={view} />
        <ThankYou after={after} view={view} />
        <UsefulScale
          head={i18n.t("wrapUp.usefulThen")}
          useful={after.useful.value}
          onRate={(useful) => void after.rate(useful)}
        />
      </div>
      <div class="col">
        <AccomplishedList after={after} view={view} />
        <TalkedAbout view={view} />
        <ParkedHere after={after} view={view} />
        <Said after={after} view={view} />
        {thanked && (
          <Section head={i18n.t("wrapUp.heads.thanks")}>
            <p class="doc break">{thanked.text}</p>
          </Section>
        )}
      </div>
      <OwnWords after={after} view={view} />
      <TheirWords after={after} view={view} />
    </div>
  );
}

/** The notes, folded: they are long, and the record above is what they came to. */
function OwnWords({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  const words = after.words.value.trim();
  if (!words) return null;
  return (
    <details class="own-words">
      <summary>
        <span class="head">{i18n.t("notes.heading")}</span>{" "}
        <span class="meta">{i18n.t("wrapUp.notesWords", words.split(/\s+/u).length)}</span>
      </summary>
      <p class="break">{words}</p>
      <p class="btns">
        <a href={`#${meetingPath(view.meeting.id, "notes")}`}>{i18n.t("wrapUp.openNotes")}</a>
        {!after.isSecret.value && !view.mentorship.roomLeftAt && (
          <button type="button" class="btn sm" onClick={after.postNotes}>
            <Icon of={DoorOpen} size="sm" />
            {i18n.t("wrapUp.shareNotes")}
          </button>
        )}
      </p>
    </details>
  );
}

/** What the other person shared of the same meeting stands beside one's own. */
function TheirWords({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  return after.theirs.value.map(({ id, title, text }) => (
    <details key={id} class="own-words">
      <summary>
        <span class="head">{title}</span>{" "}
        <span class="meta">{i18n.t("wrapUp.sharedBy", [view.partnerShort])}</span>
      </summary>
      <p class="break">{text}</p>
    </details>
  ));
}

function Promises({ view }: { view: MeetingView }) {
  const steps = view.captures.filter((row) => row.table === "commitments");
  return (
    <Section head={i18n.t("wrapUp.nextSteps")}>
      {steps.length === 0 ? (
        <p class="soft">{i18n.t("wrapUp.noSteps")}</p>
      ) : (
        <table class="tbl">
          <thead>
            <tr>
              <th scope="col">{i18n.t("wrapUp.what")}</th>
              <th scope="col">{i18n.t("wrapUp.who")}</th>
              <th scope="col">{i18n.t("wrapUp.due")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((row) => (
              <tr key={row.id}>
                <td>{row.text}</td>
                <td class="nowrap">
                  {row.owner === "them"
                    ? view.partnerShort
                    : i18n.t(row.owner === "both" ? "wrapUp.both" : "wrapUp.me")}
                </td>
                <td class="nowrap">
                  <Due row={row} view={view} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Due({ row, view }: { row: MeetingView["captures"][number]; view: MeetingView }) {
  if (row.done) {
    return (
      <span class="chip done">
        <Icon of={Check} size="sm" />
        {i18n.t("said.done")}
      </span>
    );
  }
  if (!row.dueOn) return <span class="soft">{i18n.t("wrapUp.open")}</span>;
  const late = row.dueOn < view.today;
  return (
    <span class={late ? "late" : ""}>
      {late && <Icon of={ClockAlert} size="sm" />} {shortDay(row.dueOn, view.today)}
    </span>
  );
}

function Said({ after, view }: { after: AfterMeetingModel; view: MeetingView }) {
  // Wins stand with what was accomplished, unless they were left out there.
  const accomplished = new Set(
    after.accomplished.value.flatMap(({ each, belongs }) => (belongs ? [each.id] : [])),
  );
  return entryKinds.map((kind) => {
    const rows = view.captures.filter(
      (row) => row.table === "entries" && row.kind === kind && !accomplished.has(row.id),
    );
    if (rows.length === 0) return null;
    return (
      <Section key={kind} head={i18n.t(`wrapUp.heads.${kind}`)}>
        <ul class="list plain">
          {rows.map((row) => (
            <li key={row.id} class={`row k-${kind}`}>
              <span class="kind">
                <Icon of={captureIcons[kind]} />
              </span>
              <span class="main">{row.text}</span>
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
