import { UserError } from "@/lib/domain/user-error.ts";

/** How a locked file begins; the specification of age says so. */
export const encryptedMark = "age-encryption.org/v1";

/**
 * Locks a backup with a passphrase, as a file that the `age` command opens as well. Without the passphrase nobody ever
 * opens it again.
 * @see https://c2sp.org/age
 */
export async function encryptBackup(file: Blob, passphrase: string): Promise<Blob> {
  // Loaded apart: most never lock a file.
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const stream = await encrypter.encrypt(file.stream());
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}

/**
 * Opens a locked backup.
 * @throws UserError `wrongPassphrase`, or `backupChanged` where the file is not as it was locked
 */
export async function decryptBackup(file: Blob, passphrase: string): Promise<Blob> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const stream = await decrypter.decrypt(file.stream());
    return await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  } catch (error) {
    const wrong = error instanceof Error && error.message.startsWith("no identity matched");
    throw new UserError(wrong ? "wrongPassphrase" : "backupChanged", { cause: error });
  }
}
