import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A log of all that a browser asks the network for. */
export interface NetLog {
  /** For Chromium. */
  argument: string;
  /** @throws where an extension itself asked for something; to be called when the browser has ended */
  expectSilence: (origin: string) => void;
}

/** @param profile lies elsewhere, since a test may have made its disk small */
export function netLogFor(profile: string): NetLog {
  const file = join(tmpdir(), `${basename(profile)}.net-log.json`);
  return {
    argument: `--log-net-log=${file}`,
    expectSilence: (origin) => {
      if (!existsSync(file)) return;
      const asked = requestsIn(readFileSync(file, "utf8"), origin);
      rmSync(file);
      if (asked.length > 0) throw new Error(`Asked of the network: ${asked.join(", ")}`);
    },
  };
}

/** What an extension asked for. Where a link or a tab of it leads is asked for by the person. */
export function requestsIn(log: string, origin: string): readonly string[] {
  return log.split("\n").flatMap((line) => {
    if (!line.includes(`"initiator":"${origin}"`)) return [];
    const { params } = (eventIn(line) ?? {}) as { params?: Record<string, unknown> };
    const url = params?.["url"];
    if (params?.["request_type"] === "main frame" || typeof url !== "string") return [];
    return /^(?:http|ws)s?:/u.test(url) ? [url] : [];
  });
}

/** A line of the log; a browser that was killed leaves half of one. */
function eventIn(line: string): unknown {
  try {
    return JSON.parse(line.replace(/,$/u, ""));
  } catch {
    return undefined;
  }
}
