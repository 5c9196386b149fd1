import { keyringOf, refreshKeys, type SpaceKeys } from "@/lib/sync/keys.ts";
import { beginSpace, codeHolder, openWithCode } from "@/lib/sync/open-space.ts";
import { askToJoin, completeJoin, confirmRequest, readRequest } from "@/lib/sync/pairing.ts";
import { openWithPassphrase, setPassphrase } from "@/lib/sync/passphrase.ts";
import { qrCode } from "@/lib/sync/qr-code.ts";
import { sealerOf } from "@/lib/sync/seal.ts";
import { spaceStore } from "@/lib/sync/spaces.ts";
import { memoryStore } from "./memory-store.ts";

/**
 * What people do with keys, with the cryptography and the database of a real browser: each step with the keys as the
 * database gave them back.
 * @returns what is to be compared
 */
export async function keysInBrowser(): Promise<{
  recipient: string;
  opened: unknown;
  joined: boolean;
  qrSize: number;
  isExtractable: boolean;
  /** How long it took to make keys of a passphrase, ms. */
  passphraseMs: number;
}> {
  const code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSN9";
  const { recipient } = await codeHolder("0".repeat(32), code, 1);
  const root = memoryStore();
  const begun = await beginSpace(root, { name: "Laptop", now: 1 });
  const kept = await throughDatabase(begun.keys);
  const sealer = sealerOf(keyringOf(kept));
  const { writer, key } = await sealer.newWriter();
  const body = { title: "Ask for feedback" };
  const bytes = await sealer.seal(
    { kind: "batch", writer, seq: 1, prev: null, body },
    await throughDatabase(key),
  );

  const desktop = await throughDatabase(await openWithCode(root, begun.code, { name: "Desktop", now: 2 }));
  const { body: opened } = await sealerOf(keyringOf(desktop)).open(bytes, "batch");

  const store = spaceStore(root, kept.space);
  const asked = await askToJoin(kept.space, { name: "Phone", now: 3 });
  const wait = await throughDatabase(asked.wait);
  const seen = { seen: asked.words, now: 4 };
  await confirmRequest(store, desktop, await readRequest(asked.block, 4), seen);
  const phone = await completeJoin(store, wait, 5);

  const passphrase = "the kettle is on";
  const start = performance.now();
  await setPassphrase(store, await refreshKeys(store, kept), passphrase, 6);
  const passphraseMs = performance.now() - start;
  const late: SpaceKeys = await openWithPassphrase(root, passphrase, { name: "Late", now: 7 });
  return {
    recipient,
    opened,
    joined: phone !== null && keyringOf(phone).current === keyringOf(late).current,
    qrSize: (await qrCode(asked.block)).size,
    isExtractable: kept.identity.exchange.privateKey.extractable,
    passphraseMs,
  };
}

/** The same for every browser. */
export const expectedOfKeys = {
  recipient: "age1zgkhfnk8vs4pmfzkh5cjx7nrgckes9swhs4w53wqmqffrxtegavqt0a2kf",
  opened: { title: "Ask for feedback" },
  joined: true,
  isExtractable: false,
};

async function throughDatabase<T>(value: T): Promise<T> {
  const name = `keys-${crypto.randomUUID()}`;
  const opening = indexedDB.open(name);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("kept"));
  const db = await settled(opening);
  await settled(db.transaction("kept", "readwrite").objectStore("kept").put(value, 1));
  const back = (await settled(db.transaction("kept").objectStore("kept").get(1))) as T;
  db.close();
  await settled(indexedDB.deleteDatabase(name));
  return back;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The database failed.")));
  });
}
