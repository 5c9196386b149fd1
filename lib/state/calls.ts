import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { type Calls, onCallsChanged, readCalls, writeSaidCall } from "@/lib/browser/call-store.ts";
import { wake } from "@/lib/browser/messages.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { focusMentorship, mentorshipsInFocus } from "@/lib/db/mentorship-rows.ts";
import type { RoomUse } from "@/lib/db/room-rows.ts";
import { chooseRoom, endCall, silenceRoom, startUnplanned } from "@/lib/db/rooms.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { isAbout } from "@/lib/domain/room-use.ts";
import { perform, say } from "./acts.ts";
import type { CallInTab } from "./call-in-tab.ts";
import { type CallOffer, offersOf, subjectOf } from "./call-offers.ts";
import { localTimeZone, minute } from "./clock.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerName, partnerShort } from "./partner-name.ts";
import { meetingPath } from "./paths.ts";

/** One answer to "Who is this with?": their meeting, if one takes place about now, else one that nobody planned. */
export interface UseView {
  mentorshipId: Id;
  name: string;
  meeting: Meeting | null;
  last: boolean;
}

/** A call as it is shown: what it is, and what there is to do. */
export interface CallView {
  kind: CallOffer["kind"];
  /** The tab that lies in front of it, rather than another one. */
  here: boolean;
  /** The tab that the panel stands beside now. */
  beside?: boolean;
  call: Pick<CallInTab, "tabId" | "platform" | "key" | "sinceAt"> & { seenAt?: number };
  meeting: Meeting | null;
  /** The other person, short. */
  name: string;
  uses: readonly UseView[];
}

function useView({ view, meeting, last }: RoomUse): UseView {
  const now = db.now();
  return {
    mentorshipId: view.mentorship.id,
    name: partnerName(view),
    meeting: meeting && isAbout(meeting, now) ? meeting : null,
    last,
  };
}

function offerView(offer: CallOffer): CallView {
  const asks = offer.kind === "ask";
  return {
    kind: offer.kind,
    here: false,
    call: offer,
    meeting: asks ? null : offer.meeting,
    name: asks ? "" : partnerShort(offer.view),
    uses: asks ? offer.uses.map(useView) : [],
  };
}

/**
 * What is offered for calls, and what is answered.
 * @param open shows a path once something was done for it (`null` if it was not); straight from the click
 */
export function createCalls(open: (doing: Promise<string | null>) => void) {
  const calls = signal<Calls | undefined>(undefined);
  const read = (): void => {
    readCalls().then(
      (found) => {
        calls.value = found;
      },
      (error: unknown) => reportError("calls", error),
    );
  };
  read();
  const stop = onCallsChanged(read);
  const offers = liveSignal(
    () => offersOf(db, calls.peek() ?? { seen: [], said: [] }, db.now()),
    computed(() => [calls.value, minute.value]),
  );

  const answer = async (call: CallView["call"], facts: { wrapUp?: boolean; meetingId?: Id | null }) => {
    const { tabId, sinceAt } = call;
    const before = (await readCalls()).said.find(
      (each) => each.tabId === tabId && each.sinceAt === sinceAt && each.of === subjectOf(call),
    );
    await writeSaidCall({
      tabId,
      sinceAt,
      of: subjectOf(call),
      notes: true,
      wrapUp: facts.wrapUp ?? false,
      meetingId: facts.meetingId ?? before?.meetingId ?? null,
      at: db.now(),
    });
  };

  return {
    offers: computed(() => offers.value?.map(offerView) ?? []),
    minute,
    /** Everybody whom a call may be with: in the meeting that is about now, or in one that nobody planned. */
    async everybody(): Promise<UseView[]> {
      const { usesOfRoom } = await import("@/lib/db/room-rows.ts");
      const { all } = await mentorshipsInFocus(db);
      const now = await usesOfRoom(db, null, db.now());
      const meetings = new Map(now.uses.map(({ view, meeting }) => [view.mentorship.id, meeting]));
      return all.flatMap((view) => {
        const planned = useView({ view, meeting: meetings.get(view.mentorship.id) ?? null, last: false });
        return planned.meeting ? [planned, { ...planned, meeting: null }] : [planned];
      });
    },
    openNotes({ call, meeting }: CallView): void {
      if (!meeting) return;
      open(
        (async () => {
          await answer(call, { meetingId: meeting.id });
          await focusMentorship(db, meeting.mentorshipId);
          void wake({ kind: "changed" });
          return meetingPath(meeting.id, "notes");
        })(),
      );
    },
    /** Says whose call it is, and opens its notes. */
    choose({ call }: CallView, use: UseView): void {
      const meetingId = use.meeting?.id ?? null;
      let path: string | null = null;
      open(
        (async () => {
          const { mentorshipId } = use;
          const done = await perform(
            async () => {
              let id = meetingId;
              let act: Id | null = db.newId();
              if (id) act = call.key ? await chooseRoom(db, call.key, mentorshipId) : null;
              else {
                const facts = { mentorshipId, key: call.key, sinceAt: call.sinceAt || db.now() };
                const title = i18n.t("meetings.kinds.adHoc");
                id = await startUnplanned(db, { ...facts, title, timeZone: localTimeZone() }, act);
              }
              await answer(call, { meetingId: id });
              await focusMentorship(db, mentorshipId);
              path = meetingPath(id, "notes");
              return act;
            },
            i18n.t(meetingId ? "calls.saidRemembered" : "calls.saidStarted", [use.name]),
          );
          return done ? path : null;
        })(),
      );
    },
    /** Takes the meeting for held as long as the call took, and opens its wrap-up. */
    wrapUp({ call, meeting }: CallView): void {
      if (!meeting) return;
      open(
        (async () => {
          const untilAt = call.seenAt ?? db.now();
          const done = await perform(async () => {
            const act = await endCall(db, meeting.id, { sinceAt: call.sinceAt, untilAt });
            await answer(call, { wrapUp: true });
            await focusMentorship(db, meeting.mentorshipId);
            return act;
          }, i18n.t("calls.saidEnded"));
          return done ? meetingPath(meeting.id, "wrap-up") : null;
        })(),
      );
    },
    notNow({ kind, call }: CallView): void {
      answer(call, { wrapUp: kind === "wrapUp" }).then(
        () => wake({ kind: "changed" }),
        (error: unknown) => reportError("calls", error),
      );
    },
    /** Until it is taken back, at once or in the settings. */
    never({ call }: CallView): void {
      const { key } = call;
      if (key) void perform(() => silenceRoom(db, key, true), i18n.t("calls.saidNever"));
      else say(i18n.t("calls.noRoom"));
    },
    offerAgain({ key }: Pick<CallInTab, "key">): void {
      if (key) void perform(() => silenceRoom(db, key, false), i18n.t("calls.saidAgain"));
    },
    [Symbol.dispose]: stop,
  };
}

export type CallsModel = ReturnType<typeof createCalls>;

/** The call in the tab that a person looks at, as a card shows it. */
export function viewOfTab(found: CallInTab): CallView {
  const use = found.uses.find(({ view }) => view.mentorship.id === found.meeting?.mentorshipId);
  return {
    kind: found.meeting ? "notes" : "ask",
    here: true,
    call: found,
    meeting: found.meeting,
    name: use ? partnerShort(use.view) : "",
    uses: found.uses.map(useView),
  };
}
