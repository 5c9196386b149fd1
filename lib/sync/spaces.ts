import { epochFolder, isEpoch, isWriter, type KeyFile, keys, parseKeyFile } from "./names.ts";
import type { Store } from "./store.ts";

/**
 * One space of a storage, as a storage of its own: each is in a folder there.
 * @param root of all that is ours
 * @param space 32 hexadecimal digits
 */
export function spaceStore(root: Store, space: string): Store {
  const place = (name: string): string => `${space}/${name}`;
  return {
    list: (folder) => root.list(place(folder)),
    get: (name) => root.get(place(name)),
    put: (name, bytes) => root.put(place(name), bytes),
    remove: (name) => root.remove(place(name)),
  };
}

/** The name of a file that says that a space is a room: for who looks for their own space and has no key of it. */
export const roomMark = "room";

export type Found =
  /** Nothing of ours: a space can begin here. */
  | { kind: "empty" }
  | { kind: "spaces"; spaces: readonly FoundSpace[] }
  /** Where our spaces should be there is something that is none. */
  | { kind: "other"; names: readonly string[] };

export interface FoundSpace {
  space: string;
  /** How many keys it has had. */
  epochs: number;
  /** It can be opened with a passphrase too. */
  hasPassphrase: boolean;
}

/**
 * What a storage holds, before anything is begun in it: a second space beside the first would be a second set of keys.
 * @throws StoreError
 */
export async function foundSpace(root: Store): Promise<Found> {
  const { names } = await root.list("");
  const spaces: FoundSpace[] = [];
  for (const space of names.filter(isWriter)) {
    const found = await look(spaceStore(root, space), space);
    if (found) spaces.push(found);
  }
  if (spaces.length > 0) return { kind: "spaces", spaces };
  const others = names.filter((name) => !isWriter(name));
  return others.length > 0 ? { kind: "other", names: others } : { kind: "empty" };
}

/** The spaces that a storage shows, also where they cannot be opened. @throws StoreError */
export async function spacesIn(root: Store): Promise<readonly string[]> {
  return (await root.list("")).names.filter(isWriter);
}

/** A space that was begun to its end, with a notice of who is in it; a room is none of the person's own. */
async function look(store: Store, space: string): Promise<FoundSpace | undefined> {
  const epochs = await epochsIn(store);
  let [isBegun, hasPassphrase] = [false, false];
  for (const epoch of epochs) {
    const files = await keyFilesIn(store, epoch);
    isBegun ||= files.some(({ file }) => file === "notice");
    hasPassphrase ||= files.some(({ file }) => file === "kdf");
  }
  if (isBegun && (await store.get(roomMark)) !== null) return undefined;
  return isBegun ? { space, epochs: epochs.length, hasPassphrase } : undefined;
}

/** The ids of the keys of a space that the storage shows, oldest first. */
export async function epochsIn(store: Store): Promise<readonly string[]> {
  const { names } = await store.list(keys);
  return names.filter(isEpoch).toSorted();
}

/** What the storage shows of one key: for whom, or by whom, each file is. What else lies there is passed over. */
export async function keyFilesIn(
  store: Store,
  epoch: string,
): Promise<readonly { name: string; holder: string; file: KeyFile }[]> {
  const { names } = await store.list(epochFolder(epoch));
  return names.flatMap((name) => {
    const file = parseKeyFile(name);
    return file ? [{ name: `${epochFolder(epoch)}/${name}`, ...file }] : [];
  });
}
