import { agreementsOf } from "@/lib/db/agreements.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { roadmapAt, roadmapLog, roadmapNow } from "@/lib/db/roadmap-at.ts";
import { type Baseline, baselineFrom } from "@/lib/domain/baseline.ts";
import { agreedOn } from "@/lib/domain/agreement-text.ts";
import { changeReasons } from "@/lib/domain/change-reasons.ts";
import { addDays, dayOf, startOfDay } from "@/lib/domain/civil-time.ts";
import type { Day, Id, Instant } from "@/lib/domain/envelope.ts";
import { endOfMoment } from "@/lib/domain/replay.ts";
import { ratingAt } from "@/lib/domain/skill-rating.ts";
import { thenNowPicture } from "@/lib/domain/then-and-now-picture.ts";
import { sumsOf, thenAndNow } from "@/lib/domain/then-and-now.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import { partnerName } from "./partner-name.ts";

/** A look at the roadmap: as a version of the agreement found it, as it stood at the end of a day, or as it stands. */
export type Look = { kind: "version"; id: Id } | { kind: "day"; on: Day } | { kind: "now" };

export async function readReviews() {
  const focused = await focusedMentorship(db);
  if (!focused) return null;
  const { id } = focused.mentorship;
  const [versions, log, now, skills, measurements] = await Promise.all([
    agreementsOf(db, id),
    roadmapLog(db),
    roadmapNow(db, id),
    db.skills.toArray(),
    db.measurements.where("mentorshipId").equals(id).toArray(),
  ]);
  return {
    mentorship: focused.mentorship,
    partnerName: partnerName(focused),
    versions: versions.filter((row) => row.status === "agreed"),
    log,
    now,
    skills: skills
      .filter((row) => !row.deletedAt && (!row.mentorshipId || row.mentorshipId === id))
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || a.createdAt - b.createdAt),
    measurements: measurements.filter((row) => !row.deletedAt),
  };
}

export type ReviewsRead = NonNullable<Awaited<ReturnType<typeof readReviews>>>;

/** The two looks, compared. Without a choice: the first version that was agreed on, or the beginning, against today. */
export function reviewsView(
  read: ReviewsRead,
  choice: { earlier: Look | null; later: Look; today: Day; at: Instant },
) {
  const timeZone = localTimeZone();
  const first = read.versions[0];
  const earlier: Look =
    choice.earlier ??
    (first ? { kind: "version", id: first.id } : { kind: "day", on: read.mentorship.startsOn });
  const before = lookAt(read, earlier, choice, timeZone);
  const after = lookAt(read, choice.later, choice, timeZone);
  const goals = thenAndNow(before.roadmap, after.roadmap, timeZone);
  return {
    partnerName: read.partnerName,
    today: choice.today,
    earlier,
    later: choice.later,
    thenOn: before.on,
    nowOn: after.on,
    versions: read.versions.map((row) => ({
      id: row.id,
      version: row.version,
      on: agreedOn(row) ?? dayOf(row.agreedAt ?? row.createdAt, timeZone),
    })),
    goals,
    sums: sumsOf(goals),
    reasons: changeReasons(read.log, before.at, after.at),
    picture: thenNowPicture(goals, before.on, after.on),
    skills: read.skills.map((skill) => ({
      id: skill.id,
      name: skill.name,
      before: ratingAt(skill, before.on),
      after: ratingAt(skill, after.on),
    })),
    metrics: after.roadmap.metrics.map((metric) => ({
      id: metric.id,
      name: metric.name,
      unit: metric.unit ?? "",
      before: valueAt(read, metric.id, before.on) ?? metric.baseline ?? null,
      after: valueAt(read, metric.id, after.on),
      target: metric.target ?? null,
    })),
  };
}

export type ReviewsView = ReturnType<typeof reviewsView>;

interface Looked {
  roadmap: Baseline;
  on: Day;
  at: Instant;
}

function lookAt(
  read: ReviewsRead,
  look: Look,
  { today, at }: { today: Day; at: Instant },
  timeZone: string,
): Looked {
  const version = look.kind === "version" ? read.versions.find((row) => row.id === look.id) : undefined;
  if (version) {
    const agreedAt = version.agreedAt ?? version.createdAt;
    // What was kept then is the truth; the log tells the same (a test proves it) where it was not.
    const roadmap =
      baselineFrom(version.baseline) ??
      roadmapAt(read.log, read.mentorship.id, version._c?.["agreedAt"] ?? endOfMoment(agreedAt));
    return { roadmap, on: agreedOn(version) ?? dayOf(agreedAt, timeZone), at: agreedAt };
  }
  if (look.kind === "day" && look.on !== today) {
    const endAt = startOfDay(addDays(look.on, 1), timeZone) - 1;
    return {
      roadmap: roadmapAt(read.log, read.mentorship.id, endOfMoment(endAt)),
      on: look.on,
      at: endAt,
    };
  }
  return { roadmap: read.now, on: today, at };
}

function valueAt({ measurements }: ReviewsRead, metricId: Id, on: Day): number | null {
  const known = measurements
    .filter((row) => row.metricId === metricId && row.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.createdAt - b.createdAt));
  return known.at(-1)?.value ?? null;
}
