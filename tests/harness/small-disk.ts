import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./folders.ts";

/** A disk of its own that can be filled to the last byte. */
export type SmallDisk = {
  /** Where it is mounted. */
  path: string;
  /** Takes all the space that is left. */
  fill: () => void;
  /** Gives that space back. */
  free: () => void;
  /** Unmounts it; what was on it is gone. */
  remove: () => void;
};

/**
 * Mounts a disk in memory.
 * @throws where nothing may be mounted: then what happens on a full disk cannot be tested, and must not seem to be.
 */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = temporaryFolder("disk");
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder.path], {
      stdio: "pipe",
    });
  } catch (error) {
    folder.remove();
    throw new Error(
      "A disk that runs full needs `mount -t tmpfs`, which was refused: run the tests as root on Linux, for example in a container with CAP_SYS_ADMIN.",
      { cause: error },
    );
  }
  const filler = join(folder.path, "filler");
  // A browser that is still closing files must not keep it mounted for ever.
  const unmount = (): void => void execFileSync("umount", ["--lazy", folder.path], { stdio: "pipe" });
  process.once("exit", unmount);
  return {
    path: folder.path,
    fill: () => {
      const handle = openSync(filler, "a");
      for (let size = 1 << 20; size >= 1; size >>= 1) writeWhileItFits(handle, Buffer.alloc(size));
      closeSync(handle);
    },
    free: () => rmSync(filler, { force: true }),
    remove: () => {
      process.off("exit", unmount);
      unmount();
      folder.remove();
    },
  };
}

function writeWhileItFits(handle: number, piece: Buffer): void {
  try {
    while (writeSync(handle, piece) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}
