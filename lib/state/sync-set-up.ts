import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { keepPendingCode, pendingCode } from "@/lib/browser/pending-code.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { canPickFolder, pickFolder } from "@/lib/browser/folder.ts";
import { systemName } from "@/lib/browser/about.ts";
import type { StorageKind } from "@/lib/domain/space.ts";
import { nextcloudFolder, placeOf } from "@/lib/domain/storage-address.ts";
import { accessFrom, type AccessMistake, type TypedAccess } from "@/lib/domain/storage-form.ts";
import { codeMistake, isEndOf } from "@/lib/spaces/code-mistake.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import {
  begin,
  changeAccess,
  confirmCode,
  join,
  type Joined,
  joinWithPassphrase,
  newCode,
  type NewBrowser,
  originOf,
  type SpacePage,
  shownSpace,
  shownStorage,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import { askToUse } from "./ask-to-use.ts";
import { copyText } from "./copy.ts";
import type { Failure } from "./failure.ts";
import { giveBackSite } from "./give-back-site.ts";
import { formDraft } from "./form-draft.ts";
import { createSyncRequest } from "./sync-request.ts";
import { createSyncWork } from "./sync-work.ts";

/** As typed; of a folder there is nothing to type, see `chooseFolder`. */
export type AccessForm = (TypedAccess | { kind: "folder" }) & { browserName: string };

/** A storage that was tried, and what was found there. */
export interface FoundStorage {
  browser: NewBrowser;
  place: { host: string; path: string };
  hasSpace: boolean;
  hasPassphrase: boolean;
  isSlow: boolean;
  aheadMs: number | null;
}

const mistakes = {
  empty: "codeEmpty",
  short: "codeShort",
  long: "codeLong",
  character: "codeCharacter",
  typo: "codeTypo",
} as const;
/** The forms of a storage as they were left: address, user and name, never what is secret. */
const draftIds: Readonly<Record<StorageKind, string>> = {
  webdav: "sync-set-up",
  s3: "sync-set-up-s3",
  folder: "sync-set-up-folder",
};
/** In the order in which they are offered. */
export const storageKinds = ["folder", "webdav", "s3"] as const satisfies readonly StorageKind[];
/** So much of the code is asked for as proof that it was written down. */
const askedGroups = 2;

/** The steps of the set-up. Passwords and codes pass through here and are kept by nobody but the background. */
export function createSyncSetUp(page: SpacePage) {
  const { busy, problem, stopAt, failed, during } = createSyncWork<
    "testing" | "beginning" | "joining" | "changing" | "renewing"
  >();
  const found = signal<FoundStorage | null>(null);
  /** A code that was not confirmed yet, in this run of the browser. */
  const code = signal<string | null>(null);
  const codeShown = signal(false);
  /** A storage of this kind was typed in and not set up yet. */
  const started = signal<StorageKind | null>(null);
  /** The one that was chosen in the dialog of the browser. */
  const folder = signal<FileSystemDirectoryHandle | null>(null);
  const drafts = storageKinds.map((kind) => ({ kind, draft: formDraft(draftIds[kind]) }));
  for (const { kind, draft } of drafts) {
    void draft.read().then((kept) => {
      if (Object.keys(kept).length > 0) started.value ??= kind;
    });
  }
  const showCode = async (shown: string): Promise<void> => {
    code.value = shown;
    codeShown.value = true;
    await keepPendingCode(shown);
  };
  const findCode = async (): Promise<void> => {
    const kept = (await pendingCode()) ?? (await leftCode(page.db));
    if (kept !== null && code.peek() === null) await showCode(kept);
  };
  findCode().catch((error: unknown) => reportError("sync", error));

  const isSetUp = (): void => {
    found.value = null;
    folder.value = null;
    started.value = null;
    for (const { draft } of drafts) draft.keep({});
  };
  const chosen = (form: AccessForm): Pick<NewBrowser, "storage" | "handle"> | AccessMistake => {
    if (form.kind === "folder") {
      const handle = folder.peek();
      return handle ? { storage: { kind: "folder" }, handle } : { field: "folder", failure: "storageFolder" };
    }
    const read = accessFrom(form);
    return "failure" in read ? read : { storage: read };
  };
  const joinBy = async (ask: (browser: NewBrowser) => Promise<Joined>): Promise<boolean> => {
    const storage = found.peek();
    if (!storage) return false;
    const isIn = await during("joining", async () => {
      const joined = await ask(storage.browser);
      if (joined.ok) isSetUp();
      else stopAt(joined.problem, shownStorage(storage.browser));
      return joined.ok;
    });
    return isIn ?? false;
  };
  const settled = async (): Promise<void> => {
    code.value = null;
    codeShown.value = false;
    await keepPendingCode(null);
  };

  return {
    /** To join without the code. */
    request: createSyncRequest(page, isSetUp),
    busy,
    problem,
    found,
    code,
    codeShown,
    started,
    draftIds,
    folder,
    canPickFolder: canPickFolder(),
    nextcloudFolder,
    /** What a browser is called until it is given a name. */
    browserName: systemName(),
    /** Straight from a click: the browser asks for the folder only then. */
    chooseFolder(): void {
      problem.value = null;
      pickFolder("sync").then(
        (handle) => {
          if (handle) folder.value = handle;
        },
        (error: unknown) => failed(error),
      );
    },
    /** Another storage than the one that was tried. */
    startOver(): void {
      found.value = null;
      problem.value = null;
    },
    /**
     * Tries a storage. Straight from a click: the browser asks for the permission for its site, or its folder, only then.
     * @returns the field that is to be mended
     */
    test(form: AccessForm): AccessMistake | null {
      const access = chosen(form);
      if ("failure" in access) return access;
      const shown = shownStorage(access);
      const asked = askToUse(shown);
      void during("testing", async () => {
        found.value = null;
        if (!(await asked)) {
          stopAt("notAllowed", shown);
          return;
        }
        const verdict = await testStorage(page, access.storage, access.handle);
        if (!verdict.ok) {
          stopAt(verdict.problem, shown);
          return;
        }
        const { ok: _ok, ...facts } = verdict;
        const browser = { ...access, browserName: form.browserName.trim() };
        found.value = { browser, place: placeOf(shown), ...facts };
      });
      return null;
    },
    /** Begins on the storage that was found, and shows the recovery code. */
    async begin(): Promise<void> {
      const storage = found.peek();
      if (!storage) return;
      await during("beginning", async () => {
        const begun = await begin(page, storage.browser);
        if (begun.ok) {
          await showCode(begun.recoveryCode);
          isSetUp();
          return;
        }
        if (begun.problem === "hasSpace") found.value = { ...storage, hasSpace: true };
        stopAt(begun.problem, shownStorage(storage.browser));
      });
    },
    /** @returns what is wrong with the code */
    async join(typed: string): Promise<Failure | null> {
      const mistake = await codeMistake(typed);
      if (mistake) return mistakes[mistake];
      if (!(await joinBy((browser) => join(page, browser, typed)))) return null;
      // Who could type it has it.
      await confirmCode(page, typed);
      await settled();
      return null;
    },
    /** @returns what is wrong with the passphrase before it is tried */
    async joinWithPassphrase(typed: string): Promise<Failure | null> {
      if (!typed.trim()) return "passphraseEmpty";
      await joinBy((browser) => joinWithPassphrase(page, browser, typed));
      return null;
    },
    /** Another login or address, asked for as in {@link test}. `done` is called when it is taken up. */
    change(form: AccessForm, done: () => void): AccessMistake | null {
      const access = chosen(form);
      if ("failure" in access) return access;
      const shown = shownStorage(access);
      const asked = askToUse(shown);
      void during("changing", async () => {
        if (!(await asked)) {
          stopAt("notAllowed", shown);
          return;
        }
        const before = (await shownSpace(page.db))?.storage;
        await changeAccess(page, access.storage, access.handle);
        const site = before ? originOf(before) : null;
        if (site !== null) await giveBackSite(site);
        const trouble = (await shownSpace(page.db))?.status.problem;
        if (trouble) {
          stopAt(trouble.kind, shown);
          return;
        }
        say(i18n.t("sync.storage.changed"));
        done();
      });
      return null;
    },
    /** The code that was just shown: its end proves that it was written down. */
    async confirmShown(typed: string): Promise<Failure | null> {
      const shown = code.peek();
      if (!shown || !isEndOf(shown, typed, askedGroups)) return typed.trim() ? "codeNotIt" : "codeEmpty";
      return this.confirmWhole(shown);
    },
    /** One that is on paper alone. */
    async confirmWhole(typed: string): Promise<Failure | null> {
      const mistake = await codeMistake(typed);
      if (mistake) return mistakes[mistake];
      try {
        if (!(await confirmCode(page, typed))) return "codeNotOurs";
        await settled();
      } catch (error) {
        reportError("sync", error);
        return "notSaved";
      }
      say(i18n.t("sync.code.confirmed"));
      return null;
    },
    /** Another code in the place of one that was lost or seen by others. */
    async renewCode(): Promise<void> {
      await during("renewing", async () => {
        const made = await newCode(page);
        if (made.ok) await showCode(made.recoveryCode);
        else stopAt(made.problem, (await shownSpace(page.db))?.storage);
      });
    },
    showCode(shown: boolean): void {
      codeShown.value = shown;
    },
    forgetCode: settled,
    copyCode(): void {
      if (code.peek()) void copyText(code.peek() ?? "", i18n.t("sync.code.copied"));
    },
    printCode(): void {
      print();
    },
    saveCode(): void {
      const text = [
        i18n.t("sync.code.fileTitle"),
        "",
        code.peek() ?? "",
        "",
        i18n.t("sync.code.fileText"),
        "",
      ];
      saveFile(new Blob([text.join("\r\n")], { type: "text/plain" }), "milepost-recovery-code.txt");
    },
  };
}

export type SyncSetUpModel = ReturnType<typeof createSyncSetUp>;
