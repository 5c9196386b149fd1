import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { browserKind } from "@/lib/browser/about.ts";
import { shortcuts } from "@/lib/browser/commands.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { dayFrom, lineFrom, timeFrom } from "@/lib/db/input.ts";
import { linkFrom } from "@/lib/db/link-input.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { allMentorships } from "@/lib/db/mentorship-rows.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Cadence } from "@/lib/domain/mentorship.ts";
import { trashedParents } from "@/lib/db/shown.ts";
import { UserError, type UserErrorCode } from "@/lib/domain/user-error.ts";
import { type Role, roles } from "@/lib/domain/vocabulary.ts";
import { perform } from "./acts.ts";
import type { CallSitesModel } from "./call-sites.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { createDraft } from "./draft.ts";
import { failure } from "./failure.ts";
import { createDestinationDraft } from "./first-run.ts";
import { liveSignal } from "./live-signal.ts";
import { createReminderSwitch } from "./reminder-switch.ts";
import { replace } from "./route.ts";
import { loadSample } from "./sample.ts";

export const cadences = ["none", "weekly", "biweekly", "monthly"] as const;
export type CadenceChoice = (typeof cadences)[number];

const cadenceOf: Record<CadenceChoice, Cadence | null> = {
  none: null,
  weekly: { every: 1, unit: "week" },
  biweekly: { every: 2, unit: "week" },
  monthly: { every: 1, unit: "month" },
};

/** Empty means not said. All answers but the destination, which the popup may have begun and keeps as a draft of its own. */
const noAnswers = {
  role: "mentee",
  myName: "",
  partnerName: "",
  looking: "",
  goal: "",
  milestone: "",
  milestoneOn: "",
  meetingOn: "",
  meetingTime: "",
  meetingLink: "",
  cadence: "none",
  /** The key of a template to start the roadmap from. */
  example: "",
};

export type Answers = typeof noAnswers & { destination: string };
export type AnswerField = keyof Answers;
export type AnswerErrors = Partial<Record<AnswerField, UserErrorCode>>;

/** In the order of the page: the first one with an error gets the focus. */
const fieldOrder: readonly AnswerField[] = [
  "myName",
  "partnerName",
  "destination",
  "goal",
  "milestone",
  "milestoneOn",
  "meetingOn",
  "meetingTime",
  "meetingLink",
];

/** The welcome page: what was answered so far, and setting out with it. */
export function createWelcome() {
  const answers = createDraft("welcome.answers", noAnswers);
  const destination = createDestinationDraft();
  const errors = signal<AnswerErrors>({});
  const busy = signal(false);
  const shortcut = signal("");
  const examples = signal<readonly { key: string; name: string }[]>([]);
  const count = liveSignal(async () => (await allMentorships(db)).length);
  const trashed = liveSignal(() => trashedParents(db));
  shortcuts().then(
    (keys) => {
      shortcut.value = keys.popup;
    },
    (error: unknown) => reportError("shortcuts", error),
  );

  const all = computed<Answers>(() => ({ ...answers.value.value, destination: destination.text.value }));

  const lookAround = async (): Promise<void> => {
    busy.value = true;
    if (await loadSample()) replace("/today");
    busy.value = false;
  };

  return {
    answers: all,
    /** Some of it was typed before this page was opened. */
    restored: computed(() => answers.restored.value),
    errors,
    busy,
    failure,
    today,
    /** The keys that open the popup, empty where none are set. */
    shortcut,
    /** How the icon is pinned in this browser, as a key of the locale file. */
    pinHint: browserKind === "firefox" ? ("welcome.pinFirefox" as const) : ("welcome.pin" as const),
    /** There is a mentorship to go back to. */
    another: computed(() => (count.value ?? 0) > 0),
    /** How many mentorships are in the trash. */
    trashed: computed(() => trashed.value?.mentorships.size ?? 0),
    reminders: createReminderSwitch(),
    /** Loaded with the step that shows it. */
    async loadSites(): Promise<CallSitesModel> {
      const { createCallSites } = await import("./call-sites.ts");
      return createCallSites();
    },
    /** Roadmaps to start from, once they were asked for. */
    examples,
    async loadExamples(): Promise<void> {
      const { shippedTemplates } = await import("@/lib/content/templates/templates.ts");
      examples.value = shippedTemplates;
    },

    /** Does what the address asks for: `?role=mentor` chooses the role, `?sample=1` loads the sample at once. */
    arrive(): void {
      const query = new URLSearchParams(location.hash.split("?")[1] ?? "");
      const role = roles.find((each) => each === query.get("role"));
      if (role) {
        // Done once: the role may be changed on the page, and opening it again must not change it back.
        replace("/welcome");
        void answers.ready.then(() => {
          const restored = answers.restored.peek();
          answers.set({ role });
          answers.restored.value = restored;
        });
      }
      if (query.has("sample")) void lookAround();
    },

    set(change: Partial<Answers>): void {
      const { destination: words, ...rest } = change;
      if (words !== undefined) destination.type(words);
      if (rest.meetingOn && !all.peek().meetingTime) rest.meetingTime = "10:00";
      if (Object.keys(rest).length > 0) answers.set(rest);
      const changed = Object.keys(change);
      errors.value = Object.fromEntries(
        Object.entries(errors.peek()).filter(([field]) => !changed.includes(field)),
      );
    },

    /**
     * Sets out with the answers.
     * @param halfTyped fields whose control holds something that is no value yet, such as a day without a month
     * @returns the field that needs a look first, or `null`
     */
    async start(halfTyped: readonly AnswerField[]): Promise<AnswerField | null> {
      const given = all.peek();
      const found = errorsIn(given);
      for (const field of halfTyped) found[field] = field === "meetingTime" ? "badTime" : "badDate";
      errors.value = found;
      const first = fieldOrder.find((field) => found[field]);
      if (first) return first;
      busy.value = true;
      const done = await perform(async () => {
        const { id } = await startMentorship(db, {
          ...given,
          looking: Boolean(given.looking),
          role: roleOf(given.role),
          cadence: cadenceOf[cadences.find((each) => each === given.cadence) ?? "none"],
          meetingTitle: i18n.t("welcome.kickoff"),
          timeZone: localTimeZone(),
        });
        if (given.example) await startFromExample(id, given.example);
      });
      busy.value = false;
      if (done) {
        answers.clear();
        destination.type("");
        replace("/today");
      }
      return null;
    },

    lookAround,
  };
}

export type WelcomeModel = ReturnType<typeof createWelcome>;

/** Dates the milestones of an example from today. Loaded apart: few first runs need it. */
async function startFromExample(mentorshipId: Id, key: string): Promise<void> {
  const [{ shippedTemplates }, { applyTemplate }] = await Promise.all([
    import("@/lib/content/templates/templates.ts"),
    import("@/lib/db/templates.ts"),
  ]);
  const example = shippedTemplates.find((template) => template.key === key);
  if (example) await applyTemplate(db, mentorshipId, example, today.peek());
}

function roleOf(value: string): Role {
  return roles.find((role) => role === value) ?? "mentee";
}

/** What is not right yet, by field. What is optional may be empty, but not half given. */
function errorsIn(answers: Answers): AnswerErrors {
  const errors: AnswerErrors = {};
  const check = (field: AnswerField, read: () => unknown): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors[field] ??= error.code;
    }
  };
  const optional = (field: AnswerField) =>
    check(field, () => answers[field].trim() && lineFrom(answers[field]));
  optional("myName");
  if (!answers.looking) check("partnerName", () => lineFrom(answers.partnerName, "emptyName"));
  optional("destination");
  optional("goal");
  optional("milestone");
  check("milestoneOn", () => dayFrom(answers.milestoneOn));
  if (answers.milestoneOn) check("milestone", () => lineFrom(answers.milestone));
  check("meetingOn", () => dayFrom(answers.meetingOn));
  if (answers.meetingOn) check("meetingTime", () => timeFrom(answers.meetingTime));
  else if (answers.meetingTime) errors.meetingOn ??= "badDate";
  check("meetingLink", () => linkFrom(answers.meetingLink));
  return errors;
}
