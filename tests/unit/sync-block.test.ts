import { expect, test } from "vitest";
import { afterStart, checkOf, readBlock, withStart, writeBlock } from "@/lib/sync/block.ts";
import { placeOfInvitation, readInvitation } from "@/lib/sync/invitation.ts";

/** Text to be copied, in a mail or a chat: what stands before it, and what happened to it on its way. */
const sentence = "Mira invites you to a shared room in Milepost. Paste all of this:";
const value = { hello: "there" };

async function invitationTo(place: string): Promise<string> {
  const content = `${place}#${"A".repeat(22)}`;
  return withStart(`${content}.${await checkOf(content)}`);
}

test.each([
  ["a sentence", (block: string) => `${sentence}\n\n${block}`],
  ["a sentence in the same line", (block: string) => `${sentence} ${block}`],
  ["a sentence and no blank", (block: string) => `${sentence}${block}`],
  ["a bracket", (block: string) => `(${block}`],
  [
    "line breaks, also in its beginning",
    (block: string) => `${sentence} ${block.replaceAll(/.{5}/g, "$&\r\n")}`,
  ],
  ["the same once more", (block: string) => `${block}\n${block}`],
  ["one before it that was cut off", (block: string) => `${block.slice(0, -9)}\n${block}\n`],
  ["a newer one before it", (block: string) => `milepost2.browser.e30.00000000\n${block}`],
])("what stands before it does not matter: %s", async (_what, sent) => {
  expect(await readBlock("browser", sent(await writeBlock("browser", value)))).toEqual(value);
  const url = "https://cloud.example/s/AbC123/";
  const invitation = sent(await invitationTo(url));
  expect((await readInvitation(invitation)).url).toBe(url);
  expect(placeOfInvitation(invitation)).toBe(url);
});

test.each(["https://milepost1.example/", "https://a.milepost1.example/x", "https://a.example/milepost1.d/"])(
  "an address is no beginning: %s",
  async (url) => {
    const invitation = await invitationTo(url);
    for (const sent of [invitation, `${sentence} ${invitation}`, `${sentence}${invitation}`])
      expect((await readInvitation(sent)).url).toBe(url);
  },
);

test("what holds none, a newer one or too much is told as that", async () => {
  for (const none of ["", sentence, "milepost1", "https://milepost1.example/s/1"])
    expect(() => afterStart(none), none).toThrow("notOurs");
  expect(() => afterStart(`${sentence}\nmilepost2.browser.e30.00000000`)).toThrow("newer");
  const block = await writeBlock("browser", value);
  expect(() => afterStart(`${block}\nmilepost12.x`)).toThrow("newer");
  expect(() => afterStart(`${" ".repeat(8_000)}${block}`)).toThrow("notOurs");
  await expect(readBlock("browser", `${sentence} ${block.slice(0, -1)}`)).rejects.toThrow("damaged");
});
