import { signal } from "@preact/signals";
import { i18n } from "#i18n";
import { allowedSites, askForSite, leaveSite, onPermissionsChanged } from "@/lib/browser/call-sites.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { silencedRooms } from "@/lib/db/room-rows.ts";
import { silenceRoom } from "@/lib/db/rooms.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { callSites } from "@/lib/domain/rooms/sites.ts";
import { perform, say } from "./acts.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

/** On which sites calls are recognised, and for which rooms nothing is offered. */
export function createCallSites() {
  const allowed = signal<ReadonlySet<string>>(new Set());
  /** The site that the browser said no to just now. */
  const refused = signal<string | null>(null);
  const read = (): void => {
    allowedSites().then(
      (found) => {
        allowed.value = found;
      },
      (error: unknown) => reportError("permission", error),
    );
  };
  read();
  const stop = onPermissionsChanged(read);
  return {
    sites: callSites.map(({ platform }) => ({ platform, name: platformName(platform) })),
    allowed,
    refused,
    /** Must be called straight from a click: the browser asks for the site only then. */
    turn(platform: string, on: boolean): void {
      const site = callSites.find((each) => each.platform === platform);
      if (!site) return;
      const name = platformName(platform);
      refused.value = null;
      const asked = on ? askForSite(site) : leaveSite(site).then(() => true);
      asked.then(
        (done) => {
          if (done) say(i18n.t(on ? "calls.sites.on" : "calls.sites.off", [name]));
          else refused.value = platform;
          read();
        },
        (error: unknown) => {
          reportError("permission", error);
          refused.value = platform;
        },
      );
    },
    silenced: liveSignal(() => silencedRooms(db)),
    offerAgain(key: string): void {
      void perform(() => silenceRoom(db, key, false), i18n.t("calls.saidAgain"));
    },
    [Symbol.dispose]: stop,
  };
}

export type CallSitesModel = ReturnType<typeof createCallSites>;
