import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "../../harness/folders.ts";
import { ensureStorages, type StoragePrograms } from "../../tools/storages.ts";
import { freePort, type ServerProcess, startServer } from "./server-process.ts";

/** A real S3 service, with one bucket. */
export interface S3Server {
  /** Of the service; a bucket is a path below it. */
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
  stop: () => Promise<void>;
}

const accessKeyId = "MILEPOSTTESTKEY00000";
const secretAccessKey = "secret/of+the-tests0000000000000000000000";

/**
 * Ceph with its object gateway: one monitor, one disk in memory, no authentication between them. It takes some ten
 * seconds until it serves.
 * @throws with what it says, where it does not
 */
export async function ceph(): Promise<S3Server> {
  const programs = ensureStorages("ceph");
  const folder = temporaryFolder("ceph");
  const monitorPort = await freePort();
  const port = await freePort();
  const config = writeConfig(programs, folder, { monitorPort, port });
  const { environment } = programs;
  const program = (name: string): string => programs.path(`usr/bin/${name}`);
  const run = (name: string, ...args: string[]): void =>
    void execFileSync(program(name), [...args, "-c", config], { env: environment, stdio: "pipe" });
  const processes: ServerProcess[] = [];
  const start = async (name: string, args: readonly string[], at: number): Promise<void> =>
    void processes.push(
      await startServer(program(name), [...args, "-f", "-c", config], { port: at, environment }),
    );
  const stop = async (): Promise<void> => {
    for (const each of processes.toReversed()) await each.stop();
    folder.remove();
  };
  try {
    run("ceph-mon", "--mkfs", "-i", "a", "--fsid", fsid);
    await start("ceph-mon", ["-i", "a"], monitorPort);
    run("ceph-osd", "--mkfs", "-i", "0", "--osd-uuid", randomUUID());
    // Its port does not tell when it is ready; what the gateway does first waits for it.
    await start("ceph-osd", ["-i", "0"], monitorPort);
    const user = ["--uid", "tests", "--display-name", "tests"];
    const keys = ["--access-key", accessKeyId, "--secret-key", secretAccessKey];
    run("radosgw-admin", "user", "create", ...user, ...keys);
    await start("radosgw", ["-n", "client.rgw"], port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, accessKeyId, secretAccessKey, stop };
}

const fsid = randomUUID();

function writeConfig(
  programs: StoragePrograms,
  folder: TemporaryFolder,
  { monitorPort, port }: { monitorPort: number; port: number },
): string {
  const { libraries } = programs;
  for (const name of ["mon", "osd"]) mkdirSync(join(folder.path, name));
  const config = join(folder.path, "ceph.conf");
  writeFileSync(
    config,
    `[global]
fsid = ${fsid}
mon host = [v2:127.0.0.1:${monitorPort}/0]
mon initial members = a
public addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
# The gateway wants its talk with the monitor sealed otherwise, for which there are no keys.
ms mon client mode = crc
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 2000
mon tick interval = 1
paxos propose interval = 0.02
paxos min wait = 0.01
run dir = ${folder.path}
admin socket = ${folder.path}/$name.asok
log file = ${folder.path}/$name.log
plugin dir = ${libraries}/ceph
erasure code dir = ${libraries}/ceph/erasure-code
osd class dir = ${libraries}/rados-classes
mon data = ${folder.path}/mon
mon cluster log file = ${folder.path}/cluster.log
osd data = ${folder.path}/osd
osd objectstore = memstore
memstore device bytes = 2147483648
osd class load list = *
osd class default list = *
[mon]
public addrv = [v2:127.0.0.1:${monitorPort}/0]
[client]
rgw frontends = beast endpoint=127.0.0.1:${port} tcp_nodelay=1
rgw enable apis = s3
rgw enable usage log = false
rgw enable ops log = false
rgw enable quota threads = false
rgw run sync thread = false
rgw thread pool size = 16
rgw num control oids = 1
rgw gc max objs = 1
rgw lc max objs = 1
rgw data log num shards = 1
rgw md log max shards = 1
rgw usage max shards = 1
rgw objexp hints num shards = 1
rgw reshard num logs = 1
`,
  );
  return config;
}
