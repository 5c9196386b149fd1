import { describe, expect, test } from "vitest";
import { addCommitment } from "@/lib/db/commitments.ts";
import type { MilepostDb } from "@/lib/db/database.ts";
import { addCapture } from "@/lib/db/entries.ts";
import { recentActs } from "@/lib/db/history.ts";
import { checkIntegrity } from "@/lib/db/integrity.ts";
import { removeMentorship, startMentorship } from "@/lib/db/mentorships.ts";
import { searchRecords } from "@/lib/db/search.ts";
import { sharedOf } from "@/lib/db/shared-rows.ts";
import { editShared, putAway, shareRecords, takeOver, type ToShare } from "@/lib/db/shared.ts";
import { addTopic } from "@/lib/db/topics.ts";
import { deleteForGood, restoreFromTrash, trashItems } from "@/lib/db/trash.ts";
import { undo } from "@/lib/db/undo.ts";
import { nextUndo } from "@/lib/db/undoable.ts";
import { parseQuery } from "@/lib/domain/search-query.ts";
import { copyOf, type Original, sharingRule } from "@/lib/domain/shared-copy.ts";
import { isInRoom } from "@/lib/domain/shared.ts";
import { makeRoomFile, previewRoom } from "@/lib/sync/exchange.ts";
import { anotherTab, firstRun, freshDb } from "./fresh-db.ts";

/** The exchange on the database of a browser, with real keys in it. */
const noAgreement = () => ({ title: "", text: "" });

async function begun(role: "mentee" | "mentor", myName: string, partnerName: string) {
  const db = freshDb();
  const { id } = await startMentorship(db, { ...firstRun, role, myName, partnerName });
  return { db, id };
}

/** A promise that could be shared. */
async function promised(db: MilepostDb, mentorshipId: string, title: string): Promise<ToShare> {
  const { id } = await addCommitment(db, { mentorshipId, title, owner: "me", dueOn: "2026-12-01" });
  const original = { table: "commitments", row: await db.commitments.get(id) } as Original;
  return { table: "commitments", id, copy: copyOf(original, noAgreement) };
}

async function shareStep(db: MilepostDb, mentorshipId: string, title: string): Promise<string> {
  const step = await promised(db, mentorshipId, title);
  await shareRecords(db, mentorshipId, [step]);
  return step.id;
}

async function exchanged() {
  const noor = await begun("mentee", "Noor Haddad", "Elif Yıldız");
  const elif = await begun("mentor", "Elif Yıldız", "Noor Haddad");
  await shareStep(noor.db, noor.id, "Send the slides");
  const file = await makeRoomFile(noor.db, noor.id, "test");
  const preview = await previewRoom(elif.db, file);
  return { noor, elif, file, preview };
}

async function titles(db: MilepostDb, words: string): Promise<string[]> {
  let found: string[] = [];
  for await (const { groups } of searchRecords(db, parseQuery(words), { limit: () => 50 })) {
    found = groups.flatMap(({ table, hits }) => hits.map(({ document }) => `${table}: ${document.title}`));
  }
  return found;
}

describe("a file that is opened", () => {
  test("finds the mentorship by the name, and goes in as one act that the undo key takes back", async () => {
    const { elif, preview } = await exchanged();
    expect(preview).toMatchObject({ mentorshipId: null, candidates: [elif.id], first: true });
    const { act } = await preview.take({ mentorshipId: elif.id }, false);
    expect((await nextUndo(elif.db))?.act).toBe(act);
    const { acts } = await recentActs(elif.db, 50);
    expect(acts.find((each) => each.act === act)?.did).toBe("openRoomFile");
    await undo(elif.db, act ?? "");
    expect((await sharedOf(elif.db, elif.id)).filter(isInRoom)).toEqual([]);
  });

  test("leaves the data sound: rows, log, counts and search fit together", async () => {
    const { elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    const found = await checkIntegrity(elif.db);
    expect(found).toMatchObject({ unreadable: [], differing: 0, orphans: {} });
    expect((await elif.db.metaOf("tally"))?.counts.shared).toBe(1);
    expect(await titles(elif.db, "slides")).toEqual(["shared: Send the slides"]);
  });

  test("begins a mentorship from the other side where there is none", async () => {
    const noor = await begun("mentee", "Noor Haddad", "Elif Yıldız");
    await shareStep(noor.db, noor.id, "Send the slides");
    const db = freshDb();
    const preview = await previewRoom(db, await makeRoomFile(noor.db, noor.id, "test"));
    expect(preview.candidates).toEqual([]);
    const into = { role: "mentor", name: preview.from.name, timeZone: "UTC" } as const;
    const { mentorshipId } = await preview.take(into, false);
    expect(await db.mentorships.get(mentorshipId)).toMatchObject({ role: "mentor" });
    expect((await db.people.toArray()).map(({ name }) => name)).toEqual(["Noor Haddad"]);
    expect(await sharedOf(db, mentorshipId)).toMatchObject([{ title: "Send the slides" }]);
    expect(await checkIntegrity(db)).toMatchObject({ unreadable: [], differing: 0, orphans: {} });
  });

  test("by another key than the one that is known changes nothing until somebody says that it is theirs", async () => {
    const { noor, elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    await shareStep(noor.db, noor.id, "Something new");
    await noor.db.roomKeys.clear();
    const other = await previewRoom(elif.db, await makeRoomFile(noor.db, noor.id, "test"));
    expect(other).toMatchObject({ otherKey: true, first: false });
    expect(other.words).not.toBe(preview.words);
    await expect(other.take({ mentorshipId: elif.id }, false)).rejects.toMatchObject({
      code: "roomOtherKey",
    });
    expect(await sharedOf(elif.db, elif.id)).toHaveLength(1);
    await other.take({ mentorshipId: elif.id }, true);
    expect(await sharedOf(elif.db, elif.id)).toHaveLength(2);
    expect((await elif.db.mentorships.get(elif.id))?.partnerKeys).toHaveLength(2);
  });

  test("in two windows at once goes in once", async () => {
    const { elif, file } = await exchanged();
    const other = anotherTab(elif.db.name);
    const [one, two] = [await previewRoom(elif.db, file), await previewRoom(other, file)];
    await Promise.all([
      one.take({ mentorshipId: elif.id }, false),
      two.take({ mentorshipId: elif.id }, false),
    ]);
    expect(await sharedOf(elif.db, elif.id)).toHaveLength(1);
    expect(await checkIntegrity(elif.db)).toMatchObject({ differing: 0 });
  });

  test("of one's own is refused", async () => {
    const { noor, file } = await exchanged();
    await expect(previewRoom(noor.db, file)).rejects.toMatchObject({ code: "roomOwn" });
  });
});

describe("what is shared", () => {
  test("is a copy: the private record stays as it is, and no list or search has it twice", async () => {
    const noor = await begun("mentee", "Noor Haddad", "Elif Yıldız");
    const id = await shareStep(noor.db, noor.id, "Send the slides");
    expect(await noor.db.commitments.get(id)).toMatchObject({ visibility: "private", space: "personal" });
    expect(await noor.db.shared.toArray()).toMatchObject([{ visibility: "shared", ofId: id }]);
    expect(await titles(noor.db, "slides")).toEqual(["commitments: Send the slides"]);
  });

  test("twice at once in two windows is shared once", async () => {
    const noor = await begun("mentee", "Noor Haddad", "Elif Yıldız");
    const other = anotherTab(noor.db.name);
    const step = await promised(noor.db, noor.id, "Send the slides");
    await Promise.all([noor.db, other].map((db) => shareRecords(db, noor.id, [step])));
    expect(await noor.db.shared.count()).toBe(1);
    expect((await noor.db.mentorships.get(noor.id))?.roomIds).toHaveLength(1);
  });

  test("is never what is sensitive, confidential, unconfirmed or a draft", async () => {
    const { db, id } = await begun("mentee", "Noor Haddad", "Elif Yıldız");
    await addTopic(db, id, "A raise");
    await addCapture(db, { kind: "reflection", text: "Only for me", mentorshipId: id });
    const [topic] = await db.topics.toArray();
    const [entry] = await db.entries.toArray();
    if (!topic || !entry) throw new Error("made above");
    const secret = { ...entry, confidential: true };
    const may = sharingRule([secret], [{ ...topic, fromTable: "entries", fromId: entry.id }]);
    expect(may({ table: "entries", row: secret })).toBe(false);
    expect(may({ table: "topics", row: topic })).toBe(false);
    const open = sharingRule([entry], [topic]);
    expect(open({ table: "topics", row: topic })).toBe(true);
    expect(open({ table: "topics", row: { ...topic, sensitive: true } })).toBe(false);
    expect(open({ table: "commitments", row: { status: "proposed" } as never })).toBe(false);
    expect(open({ table: "commitments", row: { status: "open", confidential: true } as never })).toBe(false);
    expect(open({ table: "agreements", row: { status: "draft" } as never })).toBe(false);
  });

  test("stays to be read when the mentorship has ended, and goes and comes back with it in the trash", async () => {
    const { elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    await removeMentorship(elif.db, elif.id);
    await restoreFromTrash(elif.db, "mentorships", elif.id);
    expect((await sharedOf(elif.db, elif.id)).filter(isInRoom)).toHaveLength(1);
    await removeMentorship(elif.db, elif.id);
    await deleteForGood(elif.db, await trashItems(elif.db));
    expect(await elif.db.shared.count()).toBe(0);
  });

  test("that is put away here is in the trash here, and nowhere else", async () => {
    const { noor, elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    const [row] = await sharedOf(elif.db, elif.id);
    await putAway(elif.db, row?.id ?? "");
    expect((await trashItems(elif.db)).map(({ table, title }) => [table, title])).toEqual([
      ["shared", "Send the slides"],
    ]);
    const back = await previewRoom(noor.db, await makeRoomFile(elif.db, elif.id, "test"));
    expect(back.records).toEqual([]);
  });

  test("that was taken over and thrown away can be taken over again", async () => {
    const { elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    const [row] = await sharedOf(elif.db, elif.id);
    const act = await takeOver(elif.db, row?.id ?? "");
    expect(await titles(elif.db, "slides")).toEqual(["commitments: Send the slides"]);
    await undo(elif.db, act ?? "");
    await takeOver(elif.db, row?.id ?? "");
    expect((await elif.db.commitments.toArray()).filter((each) => !each.deletedAt)).toHaveLength(1);
  });

  test("and posted by somebody is changed by nobody else", async () => {
    const { elif, preview } = await exchanged();
    await preview.take({ mentorshipId: elif.id }, false);
    const [row] = await sharedOf(elif.db, elif.id);
    await editShared(elif.db, row?.id ?? "", { state: "done" });
    await elif.db.shared.update(row?.id ?? "", { kind: "advice" });
    await expect(editShared(elif.db, row?.id ?? "", { text: "mine" })).rejects.toMatchObject({
      code: "notFound",
    });
  });
});
