import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { launchChromium } from "../harness/chromium.ts";
import { repositoryRoot } from "../harness/folders.ts";
import { throwawayExtension } from "../harness/throwaway-extension.ts";
import { eventually } from "../harness/wait.ts";
import { type FaultProxy, faultProxy } from "../sync/fault-proxy.ts";
import { webdavServers } from "../sync/servers/webdav-servers.ts";
import { bundled } from "./bundled.ts";
import { compare, type Comparison, quantile } from "./statistics.ts";
import type { Bench } from "./sync-page.ts";

const rows = 10_000;
/** Of a tenth for Automerge, which takes minutes to write down all of it; how long it takes grows faster than the count. */
const merges = [
  { rowCount: rows, rounds: { ours: 5, actual: 3, yjs: 3, automerge: 0 }, others: ["actual", "yjs"] },
  { rowCount: rows / 10, rounds: { ours: 5, actual: 0, yjs: 0, automerge: 3 }, others: ["automerge"] },
] as const;
const peers = { actual: "@actual-app/crdt", yjs: "Yjs", automerge: "Automerge" } as const;
/** `MILEPOST_SYNC_ROUNDS=1 npm run bench -- sync` where the machine is slow. */
const databaseRounds = Number(process.env["MILEPOST_SYNC_ROUNDS"] ?? 3);
const writes = 200;

interface Figure {
  what: string;
  measured: string;
  target: string;
  met: boolean;
}

/**
 * Keeping browsers in step, in one run beside other engines: edits decoded and merged, on the way, into the real database
 * of a real browser; what a browser asks of an Apache; and how much code that is. Ours is sealed and signed, the others
 * are not.
 */
export async function benchSync(): Promise<readonly Comparison[]> {
  const apache = await webdavServers["Apache mod_dav"]();
  const proxy = await faultProxy(apache.url);
  const extension = throwawayExtension(
    {
      host_permissions: ["http://127.0.0.1/*"],
      content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    },
    {
      "page.html": '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>',
      "page.js": await bundled("tests/bench/sync-page.ts"),
    },
  );
  const chromium = await launchChromium({ extension: extension.path });
  try {
    const page = await chromium.openTab(chromium.url("page.html"));
    await page.waitForFunction(() => "start" in globalThis);
    const prose = readFileSync(join(repositoryRoot, "README.md"), "utf8");
    const figures: Figure[] = [];
    const note = (what: string, value: number, unit: string, most: number): void => {
      const figure = {
        what,
        measured: `${round(value)} ${unit}`,
        target: `≤ ${most} ${unit}`,
        met: value <= most,
      };
      figures.push(figure);
      console.log(`${what}: ${figure.measured}`);
    };

    const comparisons: Comparison[] = [];
    const beside = (what: string, ours: readonly number[], base: readonly number[]): void => {
      const comparison = compare(what, ours, base);
      comparisons.push(comparison);
      console.log(`${what}: ${comparison.ours.medianMs} ms, ${comparison.base.medianMs} ms`);
    };
    for (const [name, most] of [
      ["tests/bench/sync-core.ts", 25_000],
      ["node_modules/@actual-app/crdt/dist/index.js", 0],
      ["node_modules/yjs/dist/yjs.mjs", 0],
    ] as const) {
      const size = gzipSync(await bundled(name, away)).length;
      if (most > 0) note("sync core, gzip, without age", size, "B", most);
      else console.log(`${name}: ${size} B gzip`);
    }

    const wire = await run(page, "wire", prose);
    console.table(
      Object.fromEntries(
        Object.entries(wire).map(([name, sizes]) => [
          name,
          Object.fromEntries(
            Object.entries(sizes).map(([many, bytes]) => [`bytes an edit, ${many} together`, round(bytes)]),
          ),
        ]),
      ),
    );
    note("bytes of an edit, 500 together", wire.ours["500"] ?? 0, "B", 60);
    note("bytes of a lone edit", wire.ours["1"] ?? 0, "B", 400);

    await run(page, "begin", { ...access(proxy), user: apache.user, password: apache.password }, prose);
    const idle = await during(proxy, () => run(page, "idle"));
    note("requests of a sync with nothing to tell, on Apache", idle.requests, "", 1);
    note("bytes of its answer, three browsers", idle.received, "B", 3 * 300 + 1000);
    await run(page, "edit", "An edit of a usual length");
    const push = await during(proxy, () => run(page, "idle"));
    note("requests to send one edit, beside the look", push.requests - 1, "", 4);
    note(
      "bytes to send it, both ways",
      push.sent + push.received - idle.received - idle.sent,
      "B",
      2 * push.most + 1000,
    );

    for (const { rowCount, rounds, others } of merges) {
      const { times, changes } = await run(page, "merging", rowCount, prose, rounds);
      const what = `decode and merge ${changes.toLocaleString("en")} field changes`;
      for (const name of others) beside(`${what}, beside ${peers[name]}`, times.ours, times[name]);
      const each = quantile(times.ours, 0.5) / changes;
      if (rowCount === rows) note("decode and merge 100,000 field changes", 100_000 * each, "ms", 500);
    }

    const written = await run(page, "writing", rows, prose, writes);
    beside("one edit, strict, beside its row and entry alone", written.ours, written.base);
    note("one edit, strict, p50", quantile(written.ours, 0.5), "ms", 10);
    note("one edit, strict, p95", quantile(written.ours, 0.95), "ms", 10);

    const first = await run(page, "firstSync", rows, prose, databaseRounds);
    const all = rows.toLocaleString("en");
    beside(
      `first sync of ${all} rows from a snapshot, beside its rows and log alone`,
      first.ours,
      first.base,
    );
    note(`first sync of ${all} rows from a snapshot`, quantile(first.ours, 0.5), "ms", 3000);

    const pulled = await run(page, "pulling", rows, prose, databaseRounds);
    const edits = (rows * 10).toLocaleString("en");
    beside(`${edits} edits pulled into Dexie, beside its rows and log alone`, pulled.ours, pulled.base);
    beside(`${edits} edits pulled into Dexie, beside its rows alone`, pulled.ours, pulled.withoutLog);
    note(
      `${edits} edits pulled, folded, in Dexie with their history`,
      quantile(pulled.ours, 0.5),
      "ms",
      5000,
    );

    console.table(figures);
    return comparisons;
  } finally {
    await chromium.close();
    extension.remove();
    await proxy.stop();
    await apache.stop();
  }
}

/** What is loaded apart, and only to pair or to set up. */
const away = ["age-encryption", "@noble/hashes/argon2.js", "@scure/bip39/wordlists/english.js"];

const access = ({ url }: FaultProxy): { url: string } => ({ url });

const round = (value: number): number => Number(value.toFixed(1));

/** What went over the wire, bytes of the bodies; `most` is the largest that was sent. */
async function during(
  proxy: FaultProxy,
  act: () => Promise<unknown>,
): Promise<{ requests: number; sent: number; received: number; most: number }> {
  proxy.log.length = 0;
  await act();
  const log = proxy.log.splice(0);
  const sum = (of: "sent" | "received"): number => log.reduce((total, each) => total + each[of], 0);
  return {
    requests: log.length,
    sent: sum("sent"),
    received: sum("received"),
    most: Math.max(...log.map(({ method, sent }) => (method === "PUT" ? sent : 0))),
  };
}

/** Runs one part in the page, which takes longer than the driver waits for one answer. */
async function run<Name extends keyof Bench>(
  page: Page,
  name: Name,
  ...given: Parameters<Bench[Name]>
): Promise<Awaited<ReturnType<Bench[Name]>>> {
  await page.evaluate(
    (part, values) => (globalThis as unknown as Started).start(part, ...values),
    name,
    given,
  );
  const { done, failed } = await eventually(
    async () => {
      const seen = await page.evaluate(() => {
        const { done: value, failed: why } = globalThis as unknown as Started;
        return { done: value, failed: why };
      });
      return seen.done !== undefined || seen.failed ? seen : undefined;
    },
    { what: `${name} to be measured`, timeoutMs: 900_000, intervalMs: 200 },
  );
  if (failed) throw new Error(failed);
  return done as Awaited<ReturnType<Bench[Name]>>;
}

interface Started {
  start: (name: string, ...given: readonly unknown[]) => void;
  done?: unknown;
  failed?: string;
}
