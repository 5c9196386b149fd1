import type { IncomingMessage, ServerResponse } from "node:http";
import type { Target, TemporaryFolder } from "./folders.ts";
import { type MeetServer, meetServer } from "./meet-server.ts";
import { permittedBuild } from "./permitted-build.ts";

export const calendarHost = "calendar.example.com";

export type SeenByCalendar = {
  path: string;
  /** It came over `https:`. */
  secure: boolean;
  headers: IncomingMessage["headers"];
};

export type CalendarServer = {
  server: MeetServer;
  /** Oldest first. */
  seen: SeenByCalendar[];
  /** What is at the one secret address, from now on. */
  serve: (answer: (request: IncomingMessage, response: ServerResponse) => void) => void;
  /** A calendar with its validators, the way servers of calendars answer. */
  serveCalendar: (text: string) => void;
  address: string;
};

/** A server of calendars under a real name, without internet. */
export async function calendarServer(): Promise<CalendarServer> {
  const seen: SeenByCalendar[] = [];
  let answerWith = (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(404).end();
  };
  const server = await meetServer({
    hosts: [calendarHost, "other.example.com"],
    answer: (url, request, response) => {
      seen.push({ path: url.pathname, secure: "encrypted" in request.socket, headers: request.headers });
      answerWith(request, response);
      return true;
    },
  });
  let edition = 0;
  return {
    server,
    seen,
    serve: (answer) => {
      answerWith = answer;
    },
    serveCalendar: (text) => {
      edition += 1;
      const etag = `"edition-${edition}"`;
      answerWith = (request, response) => {
        const isSame = request.headers["if-none-match"] === etag;
        response.writeHead(isSame ? 304 : 200, { "content-type": "text/calendar; charset=utf-8", etag });
        response.end(isSame ? undefined : text);
      };
    },
    address: `https://${calendarHost}/private-0123456789abcdef/basic.ics`,
  };
}

/** The product with the permission for the server already given. */
export function withCalendarPermission(target: Target): TemporaryFolder {
  return permittedBuild(target, [`https://${calendarHost}/*`]);
}

export type Entry = {
  uid: string;
  title: string;
  /** Days from today. */
  inDays: number;
  /** `HHMMSS`. */
  time?: string;
  lines?: readonly string[];
};

/** A calendar around today, in UTC. */
export function calendarText(entries: readonly Entry[]): string {
  const today = Temporal.Now.plainDateISO("UTC");
  const events = entries.flatMap(({ uid, title, inDays, time = "100000", lines = [] }) => {
    const day = today.add({ days: inDays }).toString().replaceAll("-", "");
    return [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTART:${day}T${time}Z`,
      "DURATION:PT45M",
      `SUMMARY:${title}`,
      ...lines,
      "END:VEVENT",
    ];
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-CALNAME:Carla", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );
}
