import { type Requirements, tested } from "./requirement.ts";

const editor = "e2e/notes-editor.test.ts";
const writing = "e2e/notes-writing.test.ts";
const windows = "component/note-editor.test.ts";
const realWindows = "e2e/note-windows.test.ts";
const besideCall = "e2e/notes-beside-call.test.ts";
const calls = "e2e/call-tabs.test.ts";
const firefoxCalls = "e2e/firefox-call-tabs.test.ts";
const merge = "unit/text-merge.test.ts";

const offeredOnce = "Meet: offered once, with a dot and a card and no window, through changes of the address";
const twoPanels =
  "two panels of two windows type into one note at once: every word is there, none comes between others";
const panelAndTab =
  "a panel and the workspace in a tab on one note: each sees the other's words, and undo takes back its own only";
const launcher =
  "%s in its application: the page that starts it names the room, and the panel outlives that page";
const closedMidWord =
  "the tab of a call is closed mid-word: the panel stays on its notes, keeps every key and offers the wrap-up";
const follows =
  "the panel follows the tab in front to its meeting, and stays with one mentorship when asked to";
const beside = "beside a call the cursor is in the notes, and the clock tells when the time runs out";
const ownWindow =
  "notes in a window of their own stand beside the application, on the same words as the panel";

export const notes: Requirements = {
  "F-15": tested(
    "component/after-meeting.test.ts",
    "takes along the pictures that its notes show, and only those",
  ),
  "F-17": [
    ...tested(
      editor,
      "a marked line says what it is, for whom and by when; the menu marks a line",
      "lists and links are pasted as Markdown",
      "a pasted picture is kept and drawn, also after a reload",
      "find in the notes tells how many there are",
    ),
    ...tested(
      writing,
      "an address pasted over words becomes their link, and undo gives the words back",
      "the menu behind / is opened, searched, walked, taken and left by keys alone",
      "%s is pasted as Markdown",
    ),
    ...tested(
      realWindows,
      "an old note is locked where that was asked for: read, found in and copied, typed into after one click",
    ),
    ...tested(
      "component/html-to-markdown.test.ts",
      "words that are nested deeper than anybody looks are kept",
    ),
    ...tested(
      windows,
      "closing the document saves the last words before any timer",
      "two windows that write at the same moment both keep their words",
      "a window that closes over what it has not seen loses nothing of the other",
      "a long note that is closed has the words typed at both of its ends",
      "no key is lost of 400 in two windows that meet at random, and others that close",
    ),
  ],
  "F-19": tested(
    "component/db-wrap-up.test.ts",
    "becomes a promise or an entry with the wrap-up, knows its line, and is taken back with it",
  ),
  "F-46": [
    ...tested(besideCall, follows),
    ...tested(
      "unit/current-call.test.ts",
      "from the room on until the ended page",
      "of two the one that began last, and the other one when that is over",
    ),
  ],
  "N-13": [
    ...tested(
      "e2e/notes-to-promises.test.ts",
      "marks in the notes are read at the wrap-up, and nothing of it is saved before Finish",
    ),
    ...tested("unit/wrap-up.test.ts", "%s: %s gives %s", "the time mark of %s is %s"),
    ...tested("unit/named-owner.test.ts", "of several people, %s is for %s"),
    ...tested(writing, "names behind @ are offered to the keyboard, and each line says whose it is"),
  ],
  "N-20": tested(besideCall, launcher, ownWindow),
  "U-05": tested(
    calls,
    "without permission nothing of any address is known, and nothing is offered",
    offeredOnce,
  ),
  "U-06": [
    ...tested(calls, offeredOnce),
    ...tested("e2e/screens.test.ts", "real keys open the popup and the panel"),
  ],
  "U-07": [
    ...tested(
      "e2e/firefox-path.test.ts",
      "the sidebar holds the notes, and closing it in the middle of a word loses nothing",
    ),
    ...tested(firefoxCalls, "a call is offered once in the sidebar, with the event page ended in between"),
  ],
  "U-08": tested(realWindows, twoPanels, panelAndTab),
  "U-09": tested("e2e/screens.test.ts", "%s is accessible and fits from 320 to 1400 px, light and dark"),
  "U-10": [
    ...tested(besideCall, follows),
    ...tested(
      "e2e/panel-place.test.ts",
      "a panel that is wanted only where it was opened shows nothing on other tabs, and keeps half a word",
    ),
  ],
  "U-11": tested(besideCall, beside),
  "U-12": [
    ...tested(besideCall, beside),
    ...tested(
      "component/db-agenda.test.ts",
      "a topic that comes at every meeting is ticked off in one and open in the next",
    ),
  ],
  "U-13": [
    ...tested(besideCall, beside),
    ...tested(
      windows,
      "words are saved when the hands rest, and the state says so",
      "a save that fails keeps the words, says so, and is tried again",
    ),
  ],
  "U-14": [
    ...tested(realWindows, twoPanels, panelAndTab),
    ...tested(
      merge,
      "no word that either side wrote is lost",
      "two hands that begin at the same place and go on never come between each other's words",
    ),
  ],
  "U-15": [
    ...tested(besideCall, closedMidWord),
    ...tested(
      calls,
      "Zoom: remembered when the number is gone from the address, wrapped up on the ended page",
    ),
  ],
};
