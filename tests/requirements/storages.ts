import { type Requirements, tested } from "./requirement.ts";

/** Storages of every kind, as a person sets them up, and a passphrase beside the recovery code. */
export const storages: Requirements = {
  "N-10": [
    ...tested(
      "e2e/sync-s3.test.ts",
      "what is missing is told at its field, and a wrong key or bucket in the words of such a storage",
      "a bucket is set up by its form, and a passphrase put beside the code",
    ),
    ...tested(
      "e2e/sync-folder.test.ts",
      "a folder is set up, and the background reads and writes in it by the handle from the database",
      "what each writes arrives at the other as soon as it was carried there",
    ),
    ...tested(
      "component/sync-folder-space.test.ts",
      "a folder is tried, begun on and joined, and what each writes arrives at the other",
      "a folder that may not be used any more waits for the person, and goes on as soon as it may",
    ),
    ...tested(
      "e2e/sync-folder-screen.test.ts",
      "the background reads and writes in it while a tab is open; afterwards the page asks again",
    ),
    ...tested(
      "unit/storage-form.test.ts",
      "what is typed becomes what is stored, without the blanks that copying brings along",
    ),
    ...tested(
      "e2e/firefox-path.test.ts",
      "a folder cannot be used in Firefox, and the page says what to take instead",
    ),
  ],
  "A-29": [
    ...tested(
      "e2e/sync-s3.test.ts",
      "what was typed is there after the page was closed, but for the secret",
      "a second browser joins with the passphrase, and what each writes arrives at the other",
      "the passphrase is taken away again",
    ),
    ...tested(
      "unit/spaces-passphrase.test.ts",
      "a passphrase lets another browser in as the code does, and both are shown that there is one",
      "another one takes its place, and once it is taken away it opens nothing; the code goes on",
    ),
  ],
};
