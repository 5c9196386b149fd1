import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * The id that Chromium gives an unpacked extension: it follows from the folder, in letters a to p.
 * Not on Windows, where the path is hashed in another encoding.
 */
export function unpackedExtensionId(folder: string): string {
  const digest = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/** Pins extensions to the toolbar of a profile that is still empty, as onboarding asks users to. */
export function pinToToolbar(profile: string, extensionIds: readonly string[]): void {
  const preferences = join(profile, "Default", "Preferences");
  if (existsSync(preferences)) return;
  mkdirSync(join(profile, "Default"), { recursive: true });
  const pinned = { extensions: { pinned_extensions: extensionIds } };
  writeFileSync(preferences, JSON.stringify(pinned));
}
