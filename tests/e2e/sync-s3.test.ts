import { AwsClient } from "aws4fetch";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityProblems } from "@/tests/harness/axe.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import type { TemporaryFolder } from "@/tests/harness/folders.ts";
import { type FaultProxy, faultProxy } from "@/tests/sync/fault-proxy.ts";
import { ceph, type S3Server } from "@/tests/sync/servers/ceph.ts";
import {
  beginHere,
  capture,
  chooseStorage,
  goTo,
  reaches,
  syncUntil,
  toSetUp,
  withStoragePermission,
} from "./in-step.ts";
import { keepsFocus, named, says, valueOf } from "./on-the-page.ts";

/** Two browsers of one person and a bucket of a real Ceph, as the page of the settings sets them up; joined by passphrase. */
const bucket = "milepost-tests";
const passphrase = "the kettle is on again";
let build: TemporaryFolder;
let server: S3Server;
let proxy: FaultProxy;
let first: Chromium;
let second: Chromium;
let page: Page;
let other: Page;

beforeAll(async () => {
  build = withStoragePermission();
  server = await ceph();
  await new AwsClient({ ...server, service: "s3", region: "us-east-1" }).fetch(`${server.url}/${bucket}`, {
    method: "PUT",
  });
  proxy = await faultProxy(server.url);
  ({ browser: first, page } = await toSetUp(build));
});

afterAll(async () => {
  await first?.close();
  await second?.close();
  await proxy?.stop();
  await server?.stop();
  build.remove();
});

/** Fills in the form of a bucket and tries it. */
async function tryBucket(on: Page, change: { bucket?: string; secret?: string } = {}): Promise<void> {
  await chooseStorage(on, "s3");
  const values = {
    address: proxy.url,
    bucket: change.bucket ?? bucket,
    accessKeyId: server.accessKeyId,
    secretAccessKey: change.secret ?? server.secretAccessKey,
  };
  for (const [field, value] of Object.entries(values))
    await on.locator(`[data-field="${field}"]`).fill(value);
  await on.locator(named("button", "Test this storage")).click();
}

test("what is missing is told at its field, and a wrong key or bucket in the words of such a storage", async () => {
  await tryBucket(page, { bucket: "notes/here" });
  await says(page, "Write the name of a bucket");
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["field"])).toBe("bucket");
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(proxy.log).toEqual([]);
  await tryBucket(page, { secret: "another" });
  await says(page, "The storage refused the key.");
  await tryBucket(page, { bucket: "no-such-bucket" });
  await says(page, "Something answers there, but not as a bucket.");
});

test("what was typed is there after the page was closed, but for the secret", async () => {
  await page.reload();
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[data-field="bucket"]')?.value === "no-such-bucket",
  );
  const typed = await page.$$eval("input[data-field]", (all) =>
    all.map((each) => [each.getAttribute("data-field"), each.value]),
  );
  expect(Object.fromEntries(typed)).toMatchObject({
    address: proxy.url,
    accessKeyId: server.accessKeyId,
    secretAccessKey: "",
  });
});

test("a bucket is set up by its form, and a passphrase put beside the code", async () => {
  await tryBucket(page);
  await says(page, "This storage works");
  await beginHere(page);
  await syncUntil(page, "Up to date");
  await says(page, `S3 storage, with the key ${server.accessKeyId}`);
  await page.locator(named("button", "Also open with a passphrase")).click();
  await keepsFocus(page, "the form of the passphrase opens");
  const type = async (one: string, again: string): Promise<void> => {
    await page.locator('[data-field="passphrase"]').fill(one);
    await page.locator('[data-field="again"]').fill(again);
    await page.keyboard.press("Enter");
  };
  await type("kettle", "kettle");
  await says(page, "It has to be longer");
  await type("1234567890123", "1234567890123");
  await says(page, "That is soon guessed");
  await type(passphrase, "the kettle is off again");
  await says(page, "The two are not the same");
  expect(await accessibilityProblems(page)).toEqual([]);
  await type(passphrase, passphrase);
  await says(page, "The passphrase opens it from now on");
  await keepsFocus(page, "the passphrase is set");
  await says(page, "Opens what is on the storage too");
});

test("a second browser joins with the passphrase, and what each writes arrives at the other", async () => {
  second = await launchChromium({ extension: build.path });
  other = await second.openWorkspace("/settings/sync");
  await tryBucket(other);
  await says(other, "Your Milepost is on this storage");
  await other.locator(named("button", "With the passphrase")).click();
  await other.waitForSelector('.code-form input[type="password"]');
  await keepsFocus(other, "the passphrase is asked for");
  expect(await accessibilityProblems(other)).toEqual([]);
  await other.locator(".code-form .input").fill("the kettle is off again");
  await other.keyboard.press("Enter");
  await says(other, "That passphrase opens nothing on this storage");
  await keepsFocus(other, "the passphrase opens nothing");
  await other.locator(".code-form .input").fill(passphrase);
  await other.keyboard.press("Enter");
  await syncUntil(other, "Up to date");
  await goTo(other, "/today");
  await says(other, "Elif Yıldız");
  await capture(page, "Written at the desk");
  await reaches(other, "Written at the desk");
  await capture(other, "Written on the train");
  await goTo(other, "/settings/sync");
  await syncUntil(other, "nothing waiting");
  await reaches(page, "Written on the train");
  const way = proxy.log.map(({ path, headers }) => path + headers).join("\n");
  for (const secret of [server.secretAccessKey, "kettle", "Elif"]) expect(way.includes(secret)).toBe(false);
});

test("another key is entered later, with all the rest as it was; a wrong one is told", async () => {
  await goTo(page, "/settings/sync");
  await page.locator(named("button", "Change key or bucket")).click();
  await page.waitForSelector('[data-field="bucket"]');
  expect(await valueOf(await page.$('[data-field="bucket"]'))).toBe(bucket);
  expect(await valueOf(await page.$('[data-field="accessKeyId"]'))).toBe(server.accessKeyId);
  await page.locator('[data-field="secretAccessKey"]').fill("another");
  await page.locator(named("button", "Save and check")).click();
  await says(page, "Storage refused the key");
  await page.locator(named("button", "Enter the key")).click();
  await page.locator('[data-field="secretAccessKey"]').fill(server.secretAccessKey);
  await page.locator(named("button", "Save and check")).click();
  await syncUntil(page, "Up to date");
});

test("the passphrase is taken away again", async () => {
  await page.locator(named("button", "Take it away")).click();
  await says(page, "It opens nothing that is written from now on.");
  await page.locator(named("button", "Take it away")).click();
  await says(page, "The passphrase is taken away");
  await says(page, "Also open with a passphrase");
  await keepsFocus(page, "the passphrase is taken away");
  await reaches(other, "Written at the desk");
});
