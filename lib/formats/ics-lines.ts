/** What is taken out of a calendar file before anything in it is understood. */
export interface IcsParts {
  /** It begins as a calendar does. */
  isCalendar: boolean;
  /** It ends as one does, so nothing is missing. */
  complete: boolean;
  name: string;
  method: string;
  /** Its own default zone, as it calls it. */
  zone: string;
  /** The lines of each event, unfolded, the useful ones only. */
  events: string[][];
  /** The lines of each time zone with its parts. */
  zones: string[][];
  /** There were more than are read. */
  cut: boolean;
}

const mostEvents = 50_000;
const mostZones = 200;
const mostLines = 400;
const longestProperty = 100_000;
const deepest = 8;

const useful = new Set([
  "UID",
  "RECURRENCE-ID",
  "SEQUENCE",
  "STATUS",
  "SUMMARY",
  "DTSTART",
  "DTEND",
  "DURATION",
  "RRULE",
  "RDATE",
  "EXDATE",
  "LOCATION",
  "DESCRIPTION",
  "URL",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "ATTENDEE",
  "ORGANIZER",
]);

/**
 * Splits a calendar into its events and time zones. Bounded in every direction and linear, whatever the text is: what is
 * deeper, longer or of no use (attachments, alarms, tasks) is left out here, before a parser sees it.
 */
export function partsOf(text: string): IcsParts {
  const parts: IcsParts = {
    isCalendar: false,
    complete: false,
    name: "",
    method: "",
    zone: "",
    events: [],
    zones: [],
    cut: false,
  };
  const open: string[] = [];
  let lines: string[] | null = null;
  let depth = 0;
  for (const line of unfolded(text)) {
    const name = /^[A-Za-z\d-]{1,60}/u.exec(line)?.[0].toUpperCase() ?? "";
    if (name === "BEGIN") {
      const kind = line.slice(6).trim().toUpperCase();
      depth += 1;
      if (depth <= deepest) open.push(kind);
      if (depth === 1 && kind === "VCALENDAR") parts.isCalendar = true;
      if (depth === 2 && (kind === "VEVENT" || kind === "VTIMEZONE")) lines = [];
      else if (lines && depth === 3 && open[1] === "VTIMEZONE") lines.push(`BEGIN:${kind}`);
    } else if (name === "END") {
      const kind = line.slice(4).trim().toUpperCase();
      if (depth > deepest) depth -= 1;
      else {
        // What was not closed is closed with what it stands in; what was not opened is nothing.
        const at = open.lastIndexOf(kind);
        if (at === -1) continue;
        open.length = at;
        depth = at;
      }
      if (depth === 0 && kind === "VCALENDAR") parts.complete = true;
      if (lines && depth === 2 && open[1] === "VTIMEZONE") lines.push(`END:${kind}`);
      if (lines && depth === 1) {
        keep(parts, kind, lines);
        lines = null;
      }
    } else if (lines && line.length <= longestProperty && lines.length < mostLines) {
      if (open[1] === "VTIMEZONE" ? depth <= 3 : depth === 2 && useful.has(name)) {
        // Outlook's own name for UTC has a colon, and does not say so.
        lines.push(line.replace(/^([^:]*;TZID=)(tzone:\/\/[^:;"]+)/iu, '$1"$2"'));
      }
    } else if (depth === 1) {
      const value = line.slice(line.indexOf(":") + 1).trim();
      if (name === "X-WR-CALNAME" || (name === "NAME" && !parts.name)) parts.name = value.slice(0, 200);
      if (name === "X-WR-TIMEZONE") parts.zone = value;
      if (name === "METHOD") parts.method = value.toUpperCase();
    }
  }
  return parts;
}

function keep(parts: IcsParts, kind: string, lines: string[]): void {
  const [list, most] = kind === "VEVENT" ? [parts.events, mostEvents] : [parts.zones, mostZones];
  if (list.length < most) list.push(lines);
  else parts.cut = true;
}

/** The lines of the text, those that were folded put together again. */
function* unfolded(text: string): Generator<string> {
  let pieces: string[] = [];
  let length = 0;
  let start = text.startsWith("\ufeff") ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, text.charAt(end - 1) === "\r" ? end - 1 : end);
    start = end + 1;
    if (pieces.length > 0 && (line.startsWith(" ") || line.startsWith("\t"))) {
      // What is too long is not taken along whole, only so far that it is seen to be so.
      if (length <= longestProperty) pieces.push(line.slice(1));
      length += line.length;
      continue;
    }
    if (pieces.length > 0) yield pieces.join("");
    pieces = [line];
    length = line.length;
  }
  if (pieces.length > 0) yield pieces.join("");
}
