import { effect } from "@preact/signals";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { mutate } from "@/lib/db/mutate.ts";
import { addPerson, editPerson, setOwnName } from "@/lib/db/people.ts";
import { db } from "@/lib/state/database.ts";
import { createIntro } from "@/lib/state/person-intro.ts";

let priya: string;

beforeEach(async () => {
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  await setOwnName(db, "Carla Mendes");
  ({ id: priya } = await addPerson(db, { name: "Priya", candidate: true }));
});

/** The composer as a page holds it: watched, and disposed of at the end. */
function opened() {
  const intro = createIntro(priya);
  const stop = effect(() => void intro.view.value);
  onTestFinished(() => {
    stop();
    intro[Symbol.dispose]();
  });
  return intro;
}

async function offer(text: string, order: number, more: object = {}): Promise<void> {
  await mutate(db, { did: "addInventoryItem" }, () => [
    { table: "inventory", id: db.newId(), patch: { kind: "offer", text, order, hidden: false, ...more } },
  ]);
}

test("it begins with what is known of oneself, and with what one offers to everybody", async () => {
  const me = (await db.metaOf("identity"))?.me ?? "";
  await editPerson(db, me, { role: "system administrator", ambition: "I want to draw systems" });
  await offer("A second pair of eyes.", 1);
  await offer("A map of our integrations", 0);
  await offer("Only for another mentorship", 2, { mentorshipId: "other" });
  const intro = opened();
  await expect
    .poll(() => intro.view.value?.parts)
    .toEqual({
      who: "I am Carla Mendes, system administrator. I want to draw systems.",
      why: "",
      ask: "",
      offer: "A map of our integrations. A second pair of eyes.",
    });
});

test("a part that was emptied on purpose stays empty", async () => {
  await editPerson(db, priya, { introWho: "" });
  const intro = opened();
  await expect.poll(() => intro.view.value?.parts.who).toBe("");
  expect(intro.view.value?.note).toBe("");
});

test("what is typed is there at every moment, before, while and after it is saved", async () => {
  const intro = opened();
  await expect.poll(() => intro.view.value).toBeDefined();
  const seen = new Set<string>();
  const stop = effect(() => void seen.add(intro.view.value?.parts.why ?? ""));
  intro.type("why", "Your talk ");
  await intro.save();
  await expect.poll(async () => (await db.drafts.toArray()).length).toBe(0);
  stop();
  expect([...seen]).toEqual(["", "Your talk ", "Your talk"]);
  expect(await db.people.get(priya)).toMatchObject({ introWhy: "Your talk" });
});

test("what was typed and not saved is there when the page is opened again", async () => {
  const first = opened();
  await expect.poll(() => first.view.value).toBeDefined();
  first.type("ask", "Half a ques");
  const again = opened();
  await expect.poll(() => again.view.value?.parts.ask).toBe("Half a ques");
  expect(again.restored.value).toBe(true);
});
