import { beforeEach, expect, test } from "vitest";
import { backupTables } from "@/lib/db/backup.ts";
import { addCapture, editEntry } from "@/lib/db/entries.ts";
import { startMentorship } from "@/lib/db/mentorships.ts";
import { markNote, openNote, saveNoteText } from "@/lib/db/notes.ts";
import { addTopic, setTopicDiscussed } from "@/lib/db/topics.ts";
import { printBackup } from "@/lib/formats/backup.ts";
import { closingMarkdown } from "@/lib/state/closing-markdown.ts";
import { db } from "@/lib/state/database.ts";
import { recapMarkdown, recapText } from "@/lib/formats/recap.ts";
import { briefMarkdown, leftOutOfBrief } from "@/lib/state/brief-markdown.ts";
import { briefView, readBrief } from "@/lib/state/brief-view.ts";
import type { NotesToShare } from "@/lib/state/meeting-markdown.ts";
import { leftOutOfRecap, recapOf } from "@/lib/state/meeting-recap.ts";
import { meetingView, readMeeting } from "@/lib/state/meeting-view.ts";
import { firstRun, testZone } from "./fresh-db.ts";

let mentorshipId: string;
let meetingId: string;

beforeEach(async () => {
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  ({ id: mentorshipId } = await startMentorship(db, { ...firstRun, meetingOn: "2099-11-30" }));
  meetingId = (await db.meetings.toArray())[0]?.id ?? "";
});

async function view() {
  const rows = await readMeeting(meetingId);
  if (!rows) throw new Error("The meeting is there.");
  return meetingView(rows, Date.now(), testZone);
}

const nothing = { accomplished: [], sinceOn: null };

function summaryMarkdown(shown: Awaited<ReturnType<typeof view>>, own: NotesToShare): string {
  return recapMarkdown(recapOf(shown, nothing, own));
}

async function brief() {
  const shown = await view();
  const rows = await readBrief(meetingId);
  if (!rows) throw new Error("The meeting is there.");
  const more = briefView(rows, shown);
  return { text: briefMarkdown(shown, more), left: leftOutOfBrief(shown, more) };
}

test("what is marked as confidential is not in the shared export, and is in the full backup", async () => {
  await addCapture(db, { kind: "advice", text: "open advice", mentorshipId, meetingId });
  await addCapture(db, { kind: "lesson", text: "SECRET lesson", mentorshipId, meetingId });
  await addCapture(db, { kind: "question", text: "SECRET question", mentorshipId });
  await addCapture(db, { kind: "concern", text: "SECRET concern", mentorshipId });
  await addTopic(db, mentorshipId, "open topic");
  const entries = await db.entries.toArray();
  for (const entry of entries.filter((row) => row.text.startsWith("SECRET"))) {
    await editEntry(db, entry.id, { confidential: true });
  }
  const meeting = { id: meetingId, mentorshipId };
  const note = await openNote(db, meeting);
  await saveNoteText(db, note, "SECRET note", "act");
  await markNote(db, meeting, true);

  const own = { text: "SECRET note", confidential: true };
  let shown = await view();
  expect((await brief()).text).toContain("open topic");
  expect((await brief()).text).not.toContain("SECRET");
  expect((await brief()).left).toBe(2);
  expect(summaryMarkdown(shown, own)).toContain("open advice");
  expect(summaryMarkdown(shown, own)).not.toContain("SECRET");
  // The lesson, the concern on the agenda, and the notes.
  expect(leftOutOfRecap(shown, nothing, own)).toBe(3);
  expect(recapText(recapOf(shown, nothing, own))).not.toContain("SECRET");

  // Talked about, the concern is in the summary's list of topics no more than before.
  const raised = (await db.topics.toArray()).find((topic) => topic.title === "SECRET concern");
  await setTopicDiscussed(db, raised?.id ?? "", meetingId);
  shown = await view();
  expect(shown.discussed).toHaveLength(1);
  expect(summaryMarkdown(shown, own)).not.toContain("SECRET");

  const backup = await (await printBackup(await backupTables(db, []), { app: "1", createdAt: 0 })).text();
  for (const kept of ["lesson", "question", "concern", "note"]) expect(backup).toContain(`SECRET ${kept}`);
});

test("private is not confidential: what one copies oneself is there", async () => {
  await addCapture(db, { kind: "lesson", text: "my own lesson", mentorshipId, meetingId });
  expect((await db.entries.toArray())[0]?.visibility).toBe("private");
  const markdown = summaryMarkdown(await view(), { text: "my own note", confidential: false });
  expect(markdown).toContain("my own lesson");
  expect(markdown).toContain("my own note");
});

test("a topic whose confidential origin is gone for good stays out of what is copied", async () => {
  await addCapture(db, { kind: "concern", text: "SECRET concern", mentorshipId });
  await db.entries.clear();
  expect((await brief()).text).not.toContain("SECRET");
});

test("the origin of a topic is told and linked on the agenda", async () => {
  const [milestone] = await db.milestones.toArray();
  await addTopic(db, mentorshipId, "How to begin", "topic", { table: "milestones", id: milestone?.id ?? "" });
  expect((await view()).agenda).toMatchObject([
    {
      title: "How to begin",
      origin: { table: "milestones", title: "Hold the first three", path: `/goals/${milestone?.goalId}` },
    },
  ]);
});

test("a closing evaluation as Markdown has its day, its scores and its words, and says what is missing", async () => {
  const review = {
    id: "r",
    author: "me",
    space: "personal",
    visibility: "private" as const,
    createdAt: 0,
    mentorshipId,
    kind: "closing" as const,
    on: "2026-11-24",
    goalsMet: 4,
    expectationsMet: null,
    relationship: 5,
    lessons: "Ask early",
    text: "",
  };
  const markdown = closingMarkdown(review, "Elif Yıldız");
  expect(markdown).toMatch(/^# Closing evaluation\n\nElif Yıldız, .*2026\n/u);
  expect(markdown).toContain(
    "- Goals met: 4 of 5\n- Expectations met: not rated\n- The relationship: 5 of 5",
  );
  expect(markdown).toContain("## Lessons\n\nAsk early");
  expect(markdown).not.toMatch(/In your words|undefined|null/u);
});
