import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WxtBrowser } from "wxt/browser";
import { callOrigins } from "@/lib/domain/rooms/sites.ts";
import { type Chromium, launchChromium } from "@/tests/harness/chromium.ts";
import { builtExtension, readManifest, type TemporaryFolder } from "@/tests/harness/folders.ts";
import { throwawayExtension } from "@/tests/harness/throwaway-extension.ts";

declare const chrome: WxtBrowser;

const manifests = {
  chrome: readManifest(builtExtension("chrome")),
  firefox: readManifest(builtExtension("firefox")),
};

describe("what the browser tells a user who installs", () => {
  let extension: TemporaryFolder;
  let chromium: Chromium;

  beforeAll(async () => {
    extension = throwawayExtension({ permissions: ["management"] });
    chromium = await launchChromium({ extension: extension.path });
  });

  afterAll(async () => {
    await chromium.close();
    extension.remove();
  });

  const warningsFor = async (manifest: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
    (await chromium.control()).evaluate(
      (text) => chrome.management.getPermissionWarningsByManifest(text),
      JSON.stringify({ ...manifest, default_locale: undefined }),
    );

  test("there is no warning", async () => {
    expect(await warningsFor(manifests.chrome)).toEqual([]);
  });

  test.each([
    ["notifications", { permissions: ["notifications"] }],
    ["a host", { host_permissions: ["https://meet.google.com/*"] }],
  ])("there would be one for %s", async (_, addition) => {
    expect(await warningsFor({ ...manifests.chrome, ...addition })).toHaveLength(1);
  });
});

describe.each(["chrome", "firefox"] as const)("the manifest for %s", (target) => {
  const manifest = manifests[target];

  test("asks for these permissions and no other", () => {
    const everywhere = ["activeTab", "alarms", "idle", "storage", "unlimitedStorage"];
    expect(manifest.permissions?.toSorted()).toEqual(
      target === "chrome" ? [...everywhere, "sidePanel"].toSorted() : everywhere,
    );
    expect(manifest.optional_permissions).toEqual(["downloads", "notifications"]);
    // Asked for one site at a time: where calls are to be recognised, for a calendar that somebody follows, or for their
    // storage, which may be on this computer.
    expect(manifest["optional_host_permissions"]).toEqual([
      ...callOrigins,
      "https://*/*",
      "http://127.0.0.1/*",
      "http://localhost/*",
    ]);
  });

  test.each(["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"])(
    "has no %s",
    (key) => expect(manifest).not.toHaveProperty(key),
  );

  test("keeps pages to their own files and strings out of scripts and markup", () => {
    const { extension_pages: policy } = manifest["content_security_policy"] as { extension_pages: string };
    const directives = Object.fromEntries(
      policy.split(";").map((directive) => {
        const [name = "", ...values] = directive.trim().split(/\s+/);
        return [name, values.join(" ")];
      }),
    );
    expect(directives).toMatchObject({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
      "require-trusted-types-for": "'script'",
      // For the background, which reads calendars and keeps browsers in step.
      "connect-src": "'self' https: http://127.0.0.1:* http://localhost:*",
    });
    expect(policy.replace(/connect-src [^;]*/u, "")).not.toMatch(/unsafe|https?:|\*/);
  });

  test.each(["popup.html", "sidepanel.html"])("keeps %s off the network altogether", (page) => {
    const html = readFileSync(join(builtExtension(target), page), "utf8").replaceAll("&#39;", "'");
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`);
  });
});
