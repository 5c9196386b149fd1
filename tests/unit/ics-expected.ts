/** What the calendars of `tests/fixtures/ics` hold, read in Berlin on 25 November 2026: 14 days back, 120 ahead. */
export interface Expected {
  events?: readonly string[];
  allDay?: number;
  unreadable?: number;
  error?: string;
}

export const expected: Readonly<Record<string, Expected>> = {
  "apple-duration": {
    events: [
      "2026-11-26 18:00 Europe/Berlin 90 min With a duration",
      "2026-11-26 20:00 Europe/Berlin 0 min Without an end",
    ],
  },
  "apple-exdates": {
    events: [
      "2026-11-26 12:00 Europe/Berlin 15 min Standing talk (2026-11-26T11:00:00Z)",
      "2026-11-30 12:00 Europe/Berlin 15 min Standing talk (2026-11-30T11:00:00Z)",
    ],
  },
  "apple-floating": {
    events: ["2026-11-27 07:30 Europe/Berlin 15 min Morning pages"],
  },
  "apple-folded-letters": {
    events: ["2026-12-01 10:00 Europe/Berlin 30 min Grüße 🏔️ 日本語"],
  },
  "apple-this-and-future": {
    events: [
      "2026-11-25 17:00 Europe/Berlin 30 min Walk (2026-11-25T16:00:00Z)",
      "2026-12-02 17:00 Europe/Berlin 30 min Walk (2026-12-02T16:00:00Z)",
      "2026-12-10 16:00 Europe/Berlin 60 min Long walk (2026-12-09T16:00:00Z)",
      "2026-12-17 16:00 Europe/Berlin 60 min Long walk (2026-12-16T16:00:00Z)",
    ],
  },
  "apple-weekly": {
    events: [
      "2026-12-01 12:00 Europe/London 60 min Mentoring (2026-12-01T12:00:00Z) <https://meet.google.com/abc-defg-hij>",
      "2026-12-29 12:00 Europe/London 60 min Mentoring (2026-12-29T12:00:00Z) <https://meet.google.com/abc-defg-hij>",
      "2027-01-26 12:00 Europe/London 60 min Mentoring (2027-01-26T12:00:00Z) <https://meet.google.com/abc-defg-hij>",
      "2027-02-23 12:00 Europe/London 60 min Mentoring (2027-02-23T12:00:00Z) <https://meet.google.com/abc-defg-hij>",
      "2027-03-23 12:00 Europe/London 60 min Mentoring (2027-03-23T12:00:00Z) <https://meet.google.com/abc-defg-hij>",
    ],
  },
  "bare-line-ends": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min Folded with a tab"],
  },
  "broken-cut-off": { error: "icsCutOff" },
  "broken-empty": { error: "icsEmpty" },
  "broken-endless": {
    events: [
      "2026-12-01 11:00 Europe/Berlin 30 min One that can be read",
      "2026-12-01 11:00 Europe/Berlin 0 min Each year in which April has 31 days (2026-12-01T10:00:00Z)",
    ],
    unreadable: 4,
  },
  "broken-entries": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min One that can be read"],
    unreadable: 3,
  },
  "broken-login-page": { error: "icsNotCalendar" },
  "broken-nesting": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min One that can be read"],
    unreadable: 1,
  },
  "google-all-day": {
    events: [],
    allDay: 2,
  },
  "google-cancelled-occurrence": {
    events: [
      "2026-11-26 09:00 Europe/Berlin 30 min Shadowing (2026-11-26T08:00:00Z)",
      "2026-11-27 09:00 Europe/Berlin 30 min Shadowing (2026-11-27T08:00:00Z) cancelled",
      "2026-11-28 09:00 Europe/Berlin 30 min Shadowing (2026-11-28T08:00:00Z)",
    ],
  },
  "google-cancelled": {
    events: ["2026-12-04 09:00 Europe/Berlin 30 min Check-in cancelled"],
  },
  "google-feed": {
    events: [
      "2026-11-30 18:00 Europe/Berlin 60 min Dinner",
      "2026-12-02 13:00 Europe/Berlin 30 min Pairing <https://meet.google.com/xyz-abcd-efg?authuser=0>",
    ],
  },
  "google-moved-occurrence": {
    events: [
      "2026-11-18 10:00 Europe/Berlin 30 min Check-in (2026-11-18T09:00:00Z)",
      "2026-11-25 10:00 Europe/Berlin 30 min Check-in (2026-11-25T09:00:00Z)",
      "2026-12-03 16:00 Europe/Berlin 60 min Check-in, longer (2026-12-02T09:00:00Z)",
      "2026-12-09 10:00 Europe/Berlin 30 min Check-in (2026-12-09T09:00:00Z)",
    ],
  },
  "google-single": {
    events: ["2026-12-01 15:00 Europe/Berlin 45 min Check-in <https://meet.google.com/abc-defg-hij>"],
  },
  "google-this-and-following": {
    events: [
      "2026-11-18 09:00 Europe/Berlin 60 min Review (2026-11-18T08:00:00Z)",
      "2026-11-25 11:00 Europe/Berlin 60 min Review (2026-11-25T10:00:00Z)",
      "2026-12-02 11:00 Europe/Berlin 60 min Review (2026-12-02T10:00:00Z)",
    ],
  },
  "google-weekly": {
    events: [
      "2026-11-17 15:00 Europe/Berlin 45 min Amara / Carla (2026-11-17T14:00:00Z) <https://meet.google.com/abc-defg-hij>",
      "2026-12-15 15:00 Europe/Berlin 45 min Amara / Carla (2026-12-15T14:00:00Z) <https://meet.google.com/abc-defg-hij>",
    ],
  },
  "month-ends": {
    events: [
      "2026-11-30 10:00 Europe/Berlin 30 min Last day (2026-11-30T09:00:00Z)",
      "2026-12-31 10:00 Europe/Berlin 30 min Last day (2026-12-31T09:00:00Z)",
      "2026-12-31 12:00 Europe/Berlin 30 min Every 31st (2026-12-31T11:00:00Z)",
      "2027-01-31 10:00 Europe/Berlin 30 min Last day (2027-01-31T09:00:00Z)",
      "2027-01-31 12:00 Europe/Berlin 30 min Every 31st (2027-01-31T11:00:00Z)",
      "2027-02-28 10:00 Europe/Berlin 30 min Last day (2027-02-28T09:00:00Z)",
    ],
  },
  "mozilla-zone": {
    events: [
      "2026-12-01 10:00 Europe/Lisbon 30 min Evolution",
      "2026-12-01 10:00 America/Argentina/Buenos_Aires 30 min Thunderbird",
    ],
  },
  "no-uid": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min Nameless"],
  },
  "other-components": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min With an attachment"],
  },
  "outlook-cancel": {
    events: ["2026-11-30 09:30 Europe/Berlin 60 min Canceled: Kickoff cancelled"],
  },
  "outlook-customized-zone": {
    events: [
      "2027-03-02 10:30 Europe/Berlin 60 min Odd zone (2027-03-02T09:30:00Z)",
      "2027-03-09 09:30 Europe/Berlin 60 min Odd zone (2027-03-09T08:30:00Z)",
    ],
  },
  "outlook-feed": {
    events: [
      "2026-11-19 09:30 Europe/Berlin 30 min Architecture talk (2026-11-19T08:30:00Z)",
      "2026-11-26 09:30 Europe/Berlin 30 min Architecture talk (2026-11-26T08:30:00Z)",
      "2026-12-17 09:30 Europe/Berlin 30 min Architecture talk (2026-12-17T08:30:00Z)",
    ],
    allDay: 1,
  },
  "outlook-invite": {
    events: [
      "2026-11-30 09:30 Europe/Berlin 60 min Kickoff <https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjE%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%7d>",
    ],
  },
  "outlook-one-exception": {
    events: ["2026-12-09 10:00 Europe/Paris 60 min One date of a series (2026-12-08T09:00:00Z)"],
  },
  "outlook-safelinks": {
    events: [
      "2026-12-01 11:00 Europe/Berlin 30 min Zoom by way of Outlook <https://us05web.zoom.us/j/81234567890>",
    ],
  },
  "outlook-second-tuesday": {
    events: [
      "2026-11-30 14:00 Europe/Berlin 60 min Last workday (2026-11-30T13:00:00Z)",
      "2026-12-08 14:00 Europe/Berlin 60 min Guild (2026-12-08T13:00:00Z)",
      "2026-12-31 14:00 Europe/Berlin 60 min Last workday (2026-12-31T13:00:00Z)",
      "2027-01-12 14:00 Europe/Berlin 60 min Guild (2027-01-12T13:00:00Z)",
      "2027-02-09 14:00 Europe/Berlin 60 min Guild (2027-02-09T13:00:00Z)",
    ],
  },
  "outlook-utc-zone": {
    events: ["2026-12-01 11:00 Europe/Berlin 60 min In UTC"],
  },
  "outlook-windows-zone": {
    events: [
      "2026-12-01 08:00 America/Los_Angeles 45 min Coaching (2026-12-01T16:00:00Z)",
      "2026-12-08 08:00 America/Los_Angeles 45 min Coaching (2026-12-08T16:00:00Z)",
    ],
  },
  "over-a-clock-change": {
    events: [
      "2027-03-09 09:00 America/New_York 30 min New York (2027-03-09T14:00:00Z)",
      "2027-03-16 09:00 America/New_York 30 min New York (2027-03-16T13:00:00Z)",
    ],
  },
  rdates: {
    events: [
      "2026-11-26 10:00 Europe/Berlin 60 min Chosen days (2026-11-26T09:00:00Z)",
      "2026-11-30 10:00 Europe/Berlin 60 min Chosen days (2026-11-30T09:00:00Z)",
      "2026-12-04 14:00 Europe/Berlin 60 min Chosen days (2026-12-04T13:00:00Z)",
      "2026-12-07 10:00 Europe/Berlin 60 min Chosen days (2026-12-07T09:00:00Z)",
    ],
  },
  "since-long-ago": {
    events: [
      "2026-11-18 08:00 Europe/Berlin 15 min Since 2001 (2026-11-18T07:00:00Z)",
      "2026-11-20 08:00 Europe/Berlin 15 min Since 2001 (2026-11-20T07:00:00Z)",
      "2026-12-09 08:00 Europe/Berlin 15 min Since 2001 (2026-12-09T07:00:00Z)",
      "2026-12-11 08:00 Europe/Berlin 15 min Since 2001 (2026-12-11T07:00:00Z)",
      "2026-12-30 08:00 Europe/Berlin 15 min Since 2001 (2026-12-30T07:00:00Z)",
      "2027-01-01 08:00 Europe/Berlin 15 min Since 2001 (2027-01-01T07:00:00Z)",
      "2027-01-20 08:00 Europe/Berlin 15 min Since 2001 (2027-01-20T07:00:00Z)",
      "2027-01-22 08:00 Europe/Berlin 15 min Since 2001 (2027-01-22T07:00:00Z)",
      "2027-02-10 08:00 Europe/Berlin 15 min Since 2001 (2027-02-10T07:00:00Z)",
      "2027-02-12 08:00 Europe/Berlin 15 min Since 2001 (2027-02-12T07:00:00Z)",
      "2027-03-03 08:00 Europe/Berlin 15 min Since 2001 (2027-03-03T07:00:00Z)",
      "2027-03-05 08:00 Europe/Berlin 15 min Since 2001 (2027-03-05T07:00:00Z)",
    ],
  },
  "two-editions": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min Newer"],
  },
  "unknown-zone": {
    events: ["2026-12-01 10:00 Europe/Berlin 30 min In a zone that nobody knows"],
  },
  "utf-16": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min Weit"],
  },
  "windows-1252": {
    events: ["2026-12-01 11:00 Europe/Berlin 30 min Gespräch über Größe"],
  },
  "zoom-longest": {
    events: [
      "2026-12-09 15:00 Europe/Berlin 60 min Two links <https://example.zoom.us/j/99887766554?uname=Carla>",
    ],
  },
  "zoom-recurring": {
    events: [
      "2026-12-07 15:00 Europe/Berlin 60 min Zoom series (2026-12-07T14:00:00Z) <https://example.zoom.us/j/99887766554>",
      "2026-12-14 15:00 Europe/Berlin 60 min Zoom series (2026-12-14T14:00:00Z) <https://example.zoom.us/j/99887766554>",
      "2026-12-21 15:00 Europe/Berlin 60 min Zoom series (2026-12-21T14:00:00Z) <https://example.zoom.us/j/99887766554>",
    ],
  },
  "zoom-single": {
    events: [
      "2026-12-01 11:00 America/New_York 45 min Carla Mendes and Amara Okafor <https://us05web.zoom.us/j/81234567890>",
    ],
  },
  "zoom-vanity": {
    events: ["2026-12-08 15:00 Europe/Berlin 60 min Personal room <https://example.zoom.us/my/amara.okafor>"],
  },
};
