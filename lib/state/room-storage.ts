import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { systemName } from "@/lib/browser/about.ts";
import { wake } from "@/lib/browser/messages.ts";
import { askToReach } from "@/lib/browser/site-permission.ts";
import { setOwnName } from "@/lib/db/people.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { setRoomLeft } from "@/lib/db/shared.ts";
import { siteOf } from "@/lib/domain/site.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { StorageAccess } from "@/lib/domain/space.ts";
import { publicLink, storageAddressFrom } from "@/lib/domain/storage-address.ts";
import { userErrorIn } from "@/lib/domain/user-error.ts";
import {
  acceptRoom,
  admitToRoom,
  beginRoom,
  changeRoomLogin,
  enterRoom,
  forgetRoom,
  inviteToRoom,
  leaveRoom,
  pauseRoom,
  placeOfInvitation,
  removePartner,
  roomElsewhere,
  type RoomAnswer,
  type RoomElsewhere,
  type RoomLogin,
  type RoomMistake,
  type ShownRoom,
  shownRoom,
  syncRoom,
  withdrawInvitation,
} from "@/lib/spaces/rooms.ts";
import type { SpacePage } from "@/lib/spaces/set-up.ts";
import { perform, say } from "./acts.ts";
import { minute } from "./clock.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { giveBackSite } from "./give-back-site.ts";
import { liveSignal } from "./live-signal.ts";
import { createSyncWork } from "./sync-work.ts";
import { syncView } from "./sync-view.ts";

/** As typed; `address` of who makes the room, `invitation` of who was invited. */
export interface RoomAccessForm {
  address: string;
  invitation: string;
  user: string;
  password: string;
  name: string;
}

/** Which field is wrong, and in which way. */
export type RoomAccessMistake = { field: "address" | "invitation"; failure: Failure };

const failures: Record<RoomMistake, Failure> = {
  invitationNotOurs: "invitationNotOurs",
  invitationDamaged: "invitationDamaged",
  invitationNewer: "invitationNewer",
  invitationUsed: "invitationUsed",
  invitationExpired: "invitationExpired",
  wordsNotIt: "roomWordsNotIt",
};

type Work =
  | "making"
  | "asking"
  | "inviting"
  | "withdrawing"
  | "entering"
  | "lettingIn"
  | "removing"
  | "leaving"
  | "looking";

/** The room of the mentorship in focus over a storage: the set-up, who comes in, and how it stands. */
export function createRoomStorage() {
  const page: SpacePage = { db, wake: () => wake({ kind: "sync" }) };
  const { busy, problem, stopAt, failed, during } = createSyncWork<Work>();
  const read = liveSignal(async () => {
    const focused = await focusedMentorship(db);
    if (!focused) return null;
    const { id, meId, roomLeftAt } = focused.mentorship;
    const me = await db.people.get(meId);
    const [shown, elsewhere] = await Promise.all([shownRoom(db, id), roomElsewhere(db, id)]);
    return { id, myName: me?.name ?? "", isLeft: Boolean(roomLeftAt), shown, elsewhere };
  });
  const shown = computed(() => read.value?.shown ?? null);
  const letter = computed(() => {
    const text = shown.value?.invitation?.text;
    if (text === undefined) return "";
    const [place, button] = [i18n.t("room.title"), i18n.t("room.storage.haveInvitation")];
    const me = read.value?.myName ?? "";
    const sentence = me
      ? i18n.t("room.storage.letter", [me, place, button])
      : i18n.t("room.storage.letterOfNobody", [place, button]);
    return `${sentence}\n\n${text}`;
  });
  const here = (): Id => read.peek()?.id ?? "";

  /** @returns whether it was done, or what is wrong with what was typed; else {@link problem} tells */
  const outcome = (answer: RoomAnswer | null, url = shown.peek()?.url ?? ""): true | Failure | null => {
    if (!answer) return null;
    if (answer.ok) return true;
    const known = failures[answer.problem as RoomMistake] as Failure | undefined;
    if (known) return known;
    stopAt(answer.problem as Exclude<typeof answer.problem, RoomMistake>, { kind: "webdav", url });
    return null;
  };
  const act = async (work: Work, doing: () => Promise<RoomAnswer>): Promise<boolean> =>
    outcome(await during(work, doing)) === true;

  const settle = async (
    storage: Extract<StorageAccess, { kind: "webdav" }>,
    work: Work,
    name: string,
    doing: (mentorshipId: Id) => Promise<RoomAnswer>,
  ): Promise<true | Failure | null> => {
    // Another mentorship may come into focus while the browser asks.
    const { id = "", isLeft = false } = read.peek() ?? {};
    // Before anything else is waited for, or the click would not count any more.
    const asked = askToReach(siteOf(storage.url));
    const answer = await during(work, async (): Promise<RoomAnswer> => {
      if (!(await asked)) return { ok: false, problem: "notAllowed" };
      const done = await doing(id);
      if (done.ok && isLeft) await setRoomLeft(db, id, false);
      if (done.ok && name.trim() && !read.peek()?.myName) await setOwnName(db, name.trim());
      // What was asked for in vain is given back.
      if (!done.ok) await giveBackSite(siteOf(storage.url));
      return done;
    });
    return outcome(answer, storage.url);
  };
  const names = (name: string) => ({ person: name.trim(), browser: systemName() });

  return {
    /** `undefined` before it was read. */
    isRead: computed(() => read.value !== undefined),
    room: shown,
    view: computed(() => (shown.value ? syncView({ ...shown.value, storage: { kind: "webdav" } }) : null)),
    now: minute,
    myName: computed(() => read.value?.myName ?? ""),
    busy,
    problem,
    /** Where the room is, if another browser of the person is in it and this one did not get there yet. */
    elsewhere: computed(() => read.value?.elsewhere ?? null),
    /** Straight from a click: the browser asks only then. */
    comeIn(url: string, login?: RoomLogin): void {
      const asked = askToReach(siteOf(url));
      const id = here();
      const entering = during("entering", async (): Promise<RoomAnswer> =>
        (await asked) ? enterRoom(page, id, login) : { ok: false, problem: "notAllowed" },
      );
      void entering.then(async (answer) => {
        if (outcome(answer, url) === true) say(i18n.t("room.said.entered"));
        if (answer?.ok === false && answer.problem === "notInRoom") await giveBackSite(siteOf(url));
      });
    },
    async forget(url: string): Promise<void> {
      if (!(await act("leaving", () => forgetRoom(page, here())))) return;
      say(i18n.t("room.said.forgotten"));
      await giveBackSite(siteOf(url));
    },
    /** Straight from a click. @returns `null` where it was done, or {@link problem} tells what came in the way */
    async begin(form: RoomAccessForm): Promise<RoomAccessMistake | null> {
      const storage = accessTo(form.address, form);
      if ("failure" in storage) return { field: "address", failure: storage.failure };
      const done = await settle(storage, "making", form.name, (id) =>
        beginRoom(page, id, { storage, names: names(form.name) }),
      );
      return typeof done === "string" ? { field: "address", failure: done } : null;
    },
    /** Where a pasted invitation leads; `null` for what is none. */
    placeOf: placeOfInvitation,
    /** Straight from a click. @returns `null` where it was done, or {@link problem} tells what came in the way */
    async accept(form: RoomAccessForm): Promise<RoomAccessMistake | null> {
      const { invitation } = form;
      const wrong = (failure: Failure): RoomAccessMistake => ({ field: "invitation", failure });
      if (!invitation.trim()) return wrong("invitationEmpty");
      const url = placeOfInvitation(invitation);
      const storage = accessTo(url ?? "", form);
      if (url === null || "failure" in storage)
        return wrong(invitation.includes("milepost1.") ? "invitationDamaged" : "invitationNotOurs");
      const done = await settle(storage, "asking", form.name, (id) =>
        acceptRoom(page, id, { invitation, storage, names: names(form.name) }),
      );
      return typeof done === "string" ? wrong(done) : null;
    },
    async invite(partner: string): Promise<void> {
      const me = read.peek()?.myName ?? "";
      const room = i18n.t("room.document", [me, partner]);
      await act("inviting", () => inviteToRoom(page, here(), { host: me, room }));
    },
    /** As it is sent: with a sentence that says what to do with it. */
    letter,
    copyInvitation(): void {
      void copyText(letter.peek(), i18n.t("room.said.invited"));
    },
    async withdraw(): Promise<void> {
      if (await act("withdrawing", () => withdrawInvitation(page, here())))
        say(i18n.t("room.said.withdrawn"));
    },
    /** @returns what is wrong with the words */
    async letIn(person: string, name: string, words: string): Promise<Failure | null> {
      if (!words.trim()) return "roomWordsEmpty";
      const done = outcome(await during("lettingIn", () => admitToRoom(page, here(), { person, words })));
      if (done === true) say(i18n.t("room.said.letIn", [name]));
      return typeof done === "string" ? done : null;
    },
    /** Looks for the other person's answer, or whether one was let in; again and again while that is waited for. */
    async look(): Promise<void> {
      if (busy.peek() !== null) return;
      await syncRoom(page, here()).catch(failed);
    },
    syncNow: (refillEmpty = false) => act("looking", () => syncRoom(page, here(), refillEmpty)),
    /** @returns whether it was taken up; how it stands tells whether it is let in */
    changeLogin: (user: string, password: string) =>
      act("looking", () => changeRoomLogin(page, here(), { user, password })),
    pause: (paused: boolean) => perform(() => pauseRoom(page, here(), paused)),
    /** Straight from a click. */
    allow(): void {
      const url = shown.peek()?.url;
      if (!url) return;
      const asked = askToReach(siteOf(url));
      void act("looking", async () => ((await asked) ? syncRoom(page, here()) : { ok: true }));
    },
    /** After it was left: to be written in again. */
    reopen: () => perform(() => setRoomLeft(db, here(), false), i18n.t("room.said.reopened")),
    async removePartner(name: string): Promise<void> {
      if (await act("removing", () => removePartner(page, here()))) say(i18n.t("room.said.removed", [name]));
    },
    /** @param isWaiting nobody has let them in: then there is nothing to leave */
    async leave(isWaiting: boolean): Promise<void> {
      const [id, url] = [here(), shown.peek()?.url];
      if (!(await act("leaving", () => leaveRoom(page, id)))) return;
      if (url) await perform(() => giveBackSite(siteOf(url)));
      if (!isWaiting) await perform(() => setRoomLeft(db, id, true), i18n.t("room.said.left"));
    },
  };
}

export type RoomStorageModel = ReturnType<typeof createRoomStorage>;
export type { RoomElsewhere, ShownRoom };

/** A folder that two people use. A link of Nextcloud needs no user; its token is one. */
function accessTo(
  typed: string,
  { user, password }: Pick<RoomAccessForm, "user" | "password">,
): Extract<StorageAccess, { kind: "webdav" }> | { failure: Failure } {
  try {
    const url = storageAddressFrom(typed);
    const link = publicLink(url);
    return { kind: "webdav", url: link?.url ?? url, user: user.trim() || (link?.user ?? ""), password };
  } catch (error) {
    return { failure: userErrorIn(error)?.code ?? "storageAddress" };
  }
}
