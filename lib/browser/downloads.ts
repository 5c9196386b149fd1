import { browser } from "wxt/browser";

const permission = { permissions: ["downloads" as const] };

/** May we put files among the downloads without being asked each time? An optional permission. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(permission);
}

/** Must be called straight from a click. */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** Puts a file into the folder of downloads, `name` being a path in it; one of the same name gets a number. */
export async function downloadFile(file: Blob, name: string): Promise<void> {
  // Chrome's background has no addresses for blobs, and Firefox takes no other ones.
  const canPoint = typeof URL.createObjectURL === "function";
  const url = canPoint ? URL.createObjectURL(file) : await dataUrlOf(file);
  await browser.downloads.download({ url, filename: name, conflictAction: "uniquify", saveAs: false });
  // The browser has to read it first.
  if (canPoint) setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function dataUrlOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("not read")));
    reader.readAsDataURL(file);
  });
}
