import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { outputFolder } from "../harness/folders.ts";
import { findProgram } from "./programs.ts";

/** Debian packages with servers that people store on. None of them is installed: they would start by themselves. */
const packages = {
  webdav: [
    "apache2-bin",
    "nginx",
    "nginx-extras",
    "libnginx-mod-http-dav-ext",
    "lighttpd",
    "lighttpd-mod-webdav",
    "rclone",
    "php-cli",
    "php-mbstring",
    "php-xml",
    "php-sabre-dav",
  ],
  ceph: ["ceph-mon", "ceph-osd", "ceph-base", "radosgw"],
} as const;

export type StorageKind = keyof typeof packages;

/** Where the servers' packages are unpacked, and how a program from there is started. */
export interface StoragePrograms {
  /** The file with this path below the root of the system. */
  path: (file: string) => string;
  /** The folder of the libraries of this kind of processor. */
  libraries: string;
  environment: NodeJS.ProcessEnv;
}

/**
 * The servers to test storages with, fetched and unpacked first where they are not there yet. Nobody need be root for
 * it, and nothing of the system is changed.
 * @throws with what is missing, and what to do
 */
export function ensureStorages(kind: StorageKind): StoragePrograms {
  // Another list is another tree: what is kept from before lacks something.
  const list = createHash("sha256").update(packages[kind].join(" ")).digest("hex");
  const root = join(outputFolder, "storages", `${kind}-${list.slice(0, 8)}`);
  if (!existsSync(root)) unpack(kind, root);
  const libraries = readdirSync(join(root, "usr/lib")).find((name) => name.endsWith("-linux-gnu"));
  if (!libraries) throw new Error(`${root} holds no libraries. Remove it and try again.`);
  const folders = [`usr/lib/${libraries}`, `lib/${libraries}`, `usr/lib/${libraries}/ceph`];
  return {
    path: (file) => join(root, file),
    libraries: join(root, "usr/lib", libraries),
    environment: {
      ...process.env,
      LD_LIBRARY_PATH: folders.map((folder) => join(root, folder)).join(":"),
    },
  };
}

function unpack(kind: StorageKind, root: string): void {
  if (!findProgram("apt-get") || !findProgram("dpkg"))
    throw new Error(
      `The servers to test storages with (${packages[kind].join(", ")}) come from Debian's packages, and there is no apt-get here. Run these tests on Debian or Ubuntu, for example in a container.`,
    );
  const archives = `${root}.debs`;
  const half = `${root}.half`;
  for (const folder of [archives, half]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(archives, "partial"), { recursive: true });
  mkdirSync(half, { recursive: true });
  console.log(`Fetching ${packages[kind].join(", ")} with apt-get …`);
  // As for any program of the system, the lists of a fresh image are empty, and only root may renew them.
  if (process.getuid?.() === 0) run("apt-get", ["--quiet", "update"], false);
  run("apt-get", [
    "--quiet",
    "--yes",
    "--no-install-recommends",
    "--reinstall",
    "--download-only",
    "--option=Debug::NoLocking=1",
    `--option=Dir::Cache::archives=${archives}`,
    "install",
    ...packages[kind],
  ]);
  for (const archive of readdirSync(archives))
    if (archive.endsWith(".deb")) run("dpkg", ["--extract", join(archives, archive), half]);
  rmSync(archives, { recursive: true });
  renameSync(half, root);
}

function run(program: string, args: readonly string[], mustWork = true): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (mustWork && status !== 0)
    throw new Error(`${program} ${args.at(-1)} failed:\n${`${stdout}${stderr}`.slice(-2000)}`);
}
