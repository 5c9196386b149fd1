import { computed } from "@preact/signals";
import { i18n } from "#i18n";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import { newsOfRoom } from "@/lib/spaces/room-news.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";
import { partnerShort } from "./partner-name.ts";

/** What is new in the room of the mentorship in focus; `null` where there is no mentorship. */
export const roomNews = liveSignal(async () => {
  const of = await focusedMentorship(db);
  return of && { ...of, news: await newsOfRoom(db, of.mentorship.id) };
});

/** How much it is, as long as the page of the room was not opened. */
export const newInRoom = computed(() => roomNews.value?.news.kinds.size ?? 0);

/** The same in a sentence; empty where nothing is new. */
export const newInRoomWords = computed(() => {
  const count = newInRoom.value;
  const of = roomNews.value;
  return of && count > 0 ? i18n.t("today.room", count, [String(count), partnerShort(of)]) : "";
});
