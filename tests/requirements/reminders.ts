import { type Requirements, tested } from "./requirement.ts";

const rules = "unit/reminder-rules.test.ts";
const answers = "component/reminder-answers.test.ts";
const engine = "component/reconcile.test.ts";
const reviews = "component/reconcile-reviews.test.ts";
const faults = "e2e/reminder-faults.test.ts";
const year = "unit/reminder-year.test.ts";
const screens = "e2e/reminders.test.ts";
const edges = "e2e/reminder-edges.test.ts";
const screen = "e2e/reminder-screen.test.ts";
const firefox = "e2e/firefox-reminders.test.ts";
const firefoxFaults = "e2e/firefox-reminder-faults.test.ts";
const firefoxTimes = "e2e/firefox-reminder-times.test.ts";

export const reminders: Requirements = {
  "A-45": [
    ...tested(
      reviews,
      "expectations are announced once after the agreed time, the stale ones are named, and a look moves them on",
      "a look of a kind that was switched off is neither counted nor listed, and comes back with its switch",
    ),
    ...tested(
      answers,
      "a notice may name a title and a person, never what is confidential nor the text of an entry",
    ),
  ],
  "A-51": tested(
    rules,
    "that is the last is announced seven days and one day before, and not twice on that day",
  ),
  "A-54": [
    ...tested(
      rules,
      "keeping in touch comes each interval after the last time, and never where the answer was no",
    ),
    ...tested(
      answers,
      "being in touch counts from that day, and comes once an interval",
      "a yes to news brings a rhythm, from the last meeting, which undo takes back; one that is there stays",
    ),
  ],
  "B-16": [
    ...tested(
      answers,
      "being in touch counts from that day, and comes once an interval",
      "what was said and what it gave is the log of being in touch, the interval begins anew, and undo takes both back",
    ),
    ...tested(rules, "however long nobody was in touch, one stands for this interval and one for the next"),
  ],
  "B-23": tested(
    reviews,
    "the planned exit is announced 14 days and 1 day before, each once, also when the first was acted on",
  ),
  "B-28": tested(rules, "a silent journal is told of once per silence, where it was asked for"),
  "C-25": [
    ...tested(rules, "a time to write comes each week, where it was asked for"),
    ...tested(screens, "a reminder to write leads to an entry of its kind, with a question"),
  ],
  "F-39": [
    ...tested(
      answers,
      "a record has several reminders of one's own, before its date and at a time, and each goes by undo",
      "reminders of every kind are put off in one act, and undo brings all of them back",
      "one mentorship has times of its own, which a mute keeps, undo takes back and an empty field gives up",
    ),
    ...tested(rules, "what is urgent is not, and a digest waits for its hour"),
    ...tested(faults, "in quiet hours nothing pops up, the number counts, and it is said when they are over"),
    ...tested(
      screens,
      "a reminder of one's own is set, seen, put off and done",
      "times of one mentorship are typed into its field, kept, refused where they cannot be read, and given up",
      "a kind that is muted from its reminder is gone from the list and off in the settings, what was set by hand is removed",
      "the button counts what is due by Sunday where that was chosen, and says so",
    ),
    ...tested(engine, "the number of the week holds what is late, what is due and what will be by Sunday"),
    ...tested(
      "unit/reminder-settings.test.ts",
      "of %s only that part is as it comes, and the rest stays as it was chosen",
    ),
  ],
  "N-16": [
    ...tested(engine, "twelve things that came due while the browser was closed are one notice"),
    ...tested(
      faults,
      "what came due in three closed days is one notice, the number is right, and each thing can be reached",
    ),
    ...tested(year, "a year of ten mentorships and five thousand due instants, each announced once"),
  ],
};

/** The conventions for notices, the button and alarms. */
export const reminderConventions: Requirements = {
  "U-16": [
    ...tested(answers, "what the buttons of a notification say is kept, whatever else is dead"),
    ...tested(
      screen,
      "with the worker dead a click on the words opens the thing itself, with its reminder beside it",
    ),
    ...tested(
      firefoxFaults,
      "an option that Firefox does not know is not given to it, and where it shows nothing the number tells",
    ),
  ],
  "U-17": tested(
    answers,
    "a notice may name a title and a person, never what is confidential nor the text of an entry",
  ),
  "U-18": [
    ...tested(
      rules,
      "is announced a day and a quarter of an hour before, and its preparation two hours before",
      "that is the last is announced seven days and one day before, and not twice on that day",
      "that is over is asked about only if something is open and nobody has been back",
      "a kind that is switched off is silent, in general or for one mentorship",
      "one mentorship may ask for other times, and no time at all, from elsewhere, is none that was asked for",
    ),
    ...tested(
      screens,
      "times of one mentorship are typed into its field, kept, refused where they cannot be read, and given up",
    ),
  ],
  "U-19": [
    ...tested(rules, "%j before is %s minutes"),
    ...tested(
      answers,
      "a record has several reminders of one's own, before its date and at a time, and each goes by undo",
    ),
    ...tested(
      "unit/snooze.test.ts",
      "%s, chosen at %s in %s, is until %s",
      "the choices %s all lie ahead and say different things",
    ),
  ],
  "U-20": [
    ...tested(rules, "is never said early, never within quiet hours, and always within a fortnight"),
    ...tested(engine, "twelve things that came due while the browser was closed are one notice"),
  ],
  "U-21": tested(
    screen,
    "the permission is asked for where reminders are switched on, and a notice is really shown",
    "a permission that is taken back leaves the number and the list, and no error",
  ),
  "U-22": [
    ...tested("unit/badge.test.ts", "with %d due, %d of them late, the badge says “%s”"),
    ...tested(engine, "the number of the week holds what is late, what is due and what will be by Sunday"),
    ...tested(screens, "the button counts what is due by Sunday where that was chosen, and says so"),
  ],
  "U-23": [
    ...tested(
      faults,
      "alarms that were wiped are there again after any wake, two of them for five thousand reminders",
      "switched off and on again, which tells nobody, it goes on reminding",
    ),
    ...tested(firefox, "after a restart, which loses every alarm, both are there and what is due is counted"),
  ],
  "U-24": [
    ...tested(
      rules,
      "at a time that a clock change skips comes once, at the later one; at one that comes twice, at the first",
      "goes with the person to another zone, unless it has one of its own",
    ),
    ...tested(
      faults,
      "civil times go with the person to another zone, and what was put off keeps its moment",
    ),
  ],
};

/**
 * The faults that a reminder has to outlive, by their rows in the table of the platform's faults: what goes wrong, and
 * where it is seen to. What no browser here can be made to show is in `tests/MANUAL.md`.
 */
export const reminderFaults: Requirements = {
  "1 worker killed while idle": [
    ...tested(faults, "a killed worker wakes at its alarm and says what is due"),
    ...tested(firefox, "the background that went to sleep wakes at its alarm"),
  ],
  "2, 4 killed in the middle of a save": [
    ...tested("e2e/kill-points.test.ts", "nothing is lost at ${kills} random moments"),
    ...tested(
      "e2e/firefox-kill.test.ts",
      "what was shown as saved is there after each of four kills, and the database adds up",
    ),
  ],
  "3 killed between claim and notice": [
    ...tested(
      edges,
      "a worker that was killed between claim and notice leaves it to the next one, which says it once",
    ),
    ...tested(engine, "a background killed between claim and notice leaves it to a later one"),
  ],
  "5 closed for three days": tested(
    faults,
    "what came due in three closed days is one notice, the number is right, and each thing can be reached",
  ),
  "6 restart of Firefox": tested(
    firefox,
    "after a restart, which loses every alarm, both are there and what is due is counted",
  ),
  "7, 8 clock set an hour on or back": [
    ...tested(
      faults,
      "after a jump of the clock what is due is said within a heartbeat, after one back nothing is said twice",
    ),
    ...tested(
      firefoxFaults,
      "after a jump of the clock what is due is told within a heartbeat, after one back nothing is told twice",
    ),
  ],
  "9 change of the clocks": [
    ...tested(
      edges,
      "a time that comes twice is said at the first, one that is left out at the later, each once",
    ),
    ...tested(
      firefoxTimes,
      "a time that comes twice is said at the first in Firefox too, one that is left out at the later",
    ),
    ...tested(
      rules,
      "at a time that a clock change skips comes once, at the later one; at one that comes twice, at the first",
    ),
  ],
  "10 another time zone": tested(
    faults,
    "civil times go with the person to another zone, and what was put off keeps its moment",
  ),
  "11 update": tested(faults, "an update leaves the alarms and what was announced"),
  "12 switched off and on": tested(
    faults,
    "switched off and on again, which tells nobody, it goes on reminding",
  ),
  "13, 34 alarms wiped; 5,000 reminders": [
    ...tested(
      faults,
      "alarms that were wiped are there again after any wake, two of them for five thousand reminders",
    ),
    ...tested(firefox, "alarms that were wiped are there again after a wake"),
  ],
  "14 several contexts": [
    ...tested(faults, "popup, panel and workspace are open, and one thing is said once"),
    ...tested(firefoxFaults, "sidebar and workspace are open, and one thing is entered once"),
  ],
  "15 nothing is shown": [
    ...tested(faults, "where the system shows nothing, the number and the list tell it all the same"),
    ...tested(screen, "a permission that is taken back leaves the number and the list, and no error"),
    ...tested(
      engine,
      "a permission that is taken back leaves the number, and given again brings only what is new",
    ),
  ],
  "16 a click with the worker dead": tested(
    screen,
    "with the worker dead the button puts off: stored, the notice gone, the alarm moved",
    "with the worker dead a click on the words opens the thing itself, with its reminder beside it",
  ),
  "17 options that Firefox does not know": tested(
    firefoxFaults,
    "an option that Firefox does not know is not given to it, and where it shows nothing the number tells",
  ),
  "18 quiet hours, locked": [
    ...tested(faults, "in quiet hours nothing pops up, the number counts, and it is said when they are over"),
    ...tested(firefoxTimes, "in quiet hours Firefox says nothing and counts, and says it when they are over"),
    ...tested(year, "a year of ten mentorships and five thousand due instants, each announced once"),
  ],
  "33 Firefox's event page put to sleep": tested(
    firefox,
    "the background that went to sleep wakes at its alarm",
  ),
};
