import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { keepPendingCode, pendingCode } from "@/lib/browser/pending-code.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import { systemName } from "@/lib/browser/about.ts";
import { askToReach } from "@/lib/browser/site-permission.ts";
import { originOf as siteOf } from "@/lib/domain/calendar-address.ts";
import type { StorageAccess } from "@/lib/domain/space.ts";
import { nextcloudFolder, storageAddressFrom } from "@/lib/domain/storage-address.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import { codeMistake, isEndOf } from "@/lib/spaces/code-mistake.ts";
import { leftCode } from "@/lib/spaces/left-code.ts";
import {
  begin,
  changeAccess,
  confirmCode,
  join,
  newCode,
  type NewBrowser,
  originOf,
  type SpacePage,
  shownSpace,
  testStorage,
} from "@/lib/spaces/set-up.ts";
import { say } from "./acts.ts";
import { copyText } from "./copy.ts";
import type { Failure } from "./failure.ts";
import { giveBackSite } from "./give-back-site.ts";
import { formDraft } from "./form-draft.ts";
import { createSyncRequest } from "./sync-request.ts";
import { createSyncWork } from "./sync-work.ts";

/** As typed. */
export interface AccessForm {
  address: string;
  user: string;
  password: string;
  browserName: string;
}

/** A storage that was tried, and what was found there. */
export interface FoundStorage {
  browser: NewBrowser;
  hasSpace: boolean;
  isSlow: boolean;
  aheadMs: number | null;
}

/** Which field is wrong, and in which way. */
export type AccessMistake = { field: "address" | "user" | "password"; failure: Failure };

const mistakes = {
  empty: "codeEmpty",
  short: "codeShort",
  long: "codeLong",
  character: "codeCharacter",
  typo: "codeTypo",
} as const;
/** The form of a storage as it was left: address, user and name, never the password. */
const draftId = "sync-set-up";
/** So much of the code is asked for as proof that it was written down. */
const askedGroups = 2;

/** The steps of the set-up. Passwords and codes pass through here and are kept by nobody but the background. */
export function createSyncSetUp(page: SpacePage) {
  const { busy, problem, stopAt, during } = createSyncWork<
    "testing" | "beginning" | "joining" | "changing" | "renewing"
  >();
  const found = signal<FoundStorage | null>(null);
  /** A code that was not confirmed yet, in this run of the browser. */
  const code = signal<string | null>(null);
  const codeShown = signal(false);
  /** A storage was typed in and not set up yet. */
  const started = signal(false);
  const draft = formDraft(draftId);
  void draft.read().then((kept) => {
    started.value = Object.keys(kept).length > 0;
  });
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
    started.value = false;
    draft.keep({});
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
    draftId,
    nextcloudFolder,
    /** What a browser is called until it is given a name. */
    browserName: systemName(),
    /** Another storage than the one that was tried. */
    startOver(): void {
      found.value = null;
      problem.value = null;
    },
    /**
     * Tries a storage. Straight from a click: the browser asks for the site's permission only then.
     * @returns the field that is to be mended
     */
    test(form: AccessForm): AccessMistake | null {
      const read = accessFrom(form);
      if ("failure" in read) return read;
      const { host } = new URL(read.url);
      const asked = ask(read);
      void during("testing", async () => {
        found.value = null;
        if (!(await asked)) {
          stopAt("notAllowed", host);
          return;
        }
        const verdict = await testStorage(page, read);
        if (!verdict.ok) {
          stopAt(verdict.problem, host);
          return;
        }
        const browser = { storage: read, browserName: form.browserName.trim() };
        const { hasSpace, isSlow, aheadMs } = verdict;
        found.value = { browser, hasSpace, isSlow, aheadMs };
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
        stopAt(begun.problem, hostOf(storage.browser.storage));
      });
    },
    /** @returns what is wrong with the code */
    async join(typed: string): Promise<Failure | null> {
      const storage = found.peek();
      if (!storage) return null;
      const mistake = await codeMistake(typed);
      if (mistake) return mistakes[mistake];
      await during("joining", async () => {
        const joined = await join(page, storage.browser, typed);
        if (!joined.ok) {
          stopAt(joined.problem, hostOf(storage.browser.storage));
          return;
        }
        isSetUp();
        // Who could type it has it.
        await confirmCode(page, typed);
        await settled();
      });
      return null;
    },
    /** Another login or address, asked for as in {@link test}. `done` is called when it is taken up. */
    change(form: AccessForm, done: () => void): AccessMistake | null {
      const read = accessFrom(form);
      if ("failure" in read) return read;
      const asked = ask(read);
      void during("changing", async () => {
        if (!(await asked)) {
          stopAt("notAllowed", new URL(read.url).host);
          return;
        }
        const before = (await shownSpace(page.db))?.storage.url;
        await changeAccess(page, read);
        if (before) await giveBackSite(siteOf(before));
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
        else stopAt(made.problem);
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

type Webdav = Extract<StorageAccess, { kind: "webdav" }>;

function accessFrom({ address, user, password }: AccessForm): Webdav | AccessMistake {
  let url: string;
  try {
    url = storageAddressFrom(address);
  } catch (error) {
    return { field: "address", failure: userErrorIn(error)?.code ?? "storageAddress" };
  }
  if (!user.trim()) return { field: "user", failure: "storageUser" };
  if (!password) return { field: "password", failure: "storagePassword" };
  return { kind: "webdav", url, user: user.trim(), password };
}

/** Before any waiting, or the click would not count any more. */
function ask(storage: StorageAccess): Promise<boolean> {
  const origin = originOf(storage);
  return origin === null ? Promise.resolve(true) : askToReach(origin);
}

function hostOf(storage: StorageAccess): string {
  return URL.parse(originOf(storage)?.replace("*", "") ?? "")?.host ?? "";
}
