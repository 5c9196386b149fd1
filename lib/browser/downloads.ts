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

/** `running` while the browser still writes, or asks the person where to. */
export type DownloadState = "running" | "done" | "failed";

/** The one that was begun, known until the browser is closed: its number means nothing after that. */
const begunKey = "download";

/**
 * Puts a file into the folder of downloads, `name` being a path in it; one of the same name gets a number.
 * @returns how it ended. Whoever is cut off before finds out by {@link lastDownload}
 */
export async function downloadFile(file: Blob, name: string): Promise<"done" | "failed"> {
  // Chrome's background has no addresses for blobs, and Firefox takes no other ones.
  const canPoint = typeof URL.createObjectURL === "function";
  const url = canPoint ? URL.createObjectURL(file) : await dataUrlOf(file);
  try {
    const id = await browser.downloads.download({
      url,
      filename: name,
      conflictAction: "uniquify",
      saveAs: false,
    });
    await browser.storage.session.set({ [begunKey]: id });
    const end = await endOf(id);
    await browser.storage.session.remove(begunKey);
    return end;
  } finally {
    if (canPoint) URL.revokeObjectURL(url);
  }
}

/** How the download stands that was begun and not seen to its end; `null` if there is none. Asked for once it ended. */
export async function lastDownload(): Promise<DownloadState | null> {
  const id = (await browser.storage.session.get(begunKey))[begunKey];
  if (typeof id !== "number") return null;
  const state = await stateOf(id);
  if (state !== "running") await browser.storage.session.remove(begunKey);
  return state;
}

function endOf(id: number): Promise<"done" | "failed"> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      stateOf(id).then((state) => {
        if (state === "running") return;
        browser.downloads.onChanged.removeListener(look);
        resolve(state);
      }, reject);
    };
    // Before the first look, so that no end is missed.
    browser.downloads.onChanged.addListener(look);
    look();
  });
}

async function stateOf(id: number): Promise<DownloadState> {
  const [item] = await browser.downloads.search({ id });
  if (item?.state === "in_progress") return "running";
  return item?.state === "complete" ? "done" : "failed";
}

function dataUrlOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error ?? new Error("not read")));
    reader.readAsDataURL(file);
  });
}
