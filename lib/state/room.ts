import { computed, effect, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { saveFile } from "@/lib/browser/save-file.ts";
import {
  editShared,
  fetchChanges,
  postToRoom,
  putAway,
  settleClash,
  shareChanges,
  type SharedEdit,
  shareRecords,
  takeOver,
  unshare,
} from "@/lib/db/shared.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { shortLine } from "@/lib/domain/one-line.ts";
import type { PostKind } from "@/lib/domain/shared-kinds.ts";
import type { SharedField } from "@/lib/domain/shared.ts";
import { perform, say } from "./acts.ts";
import { localTimeZone, today } from "./clock.ts";
import { db } from "./database.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { createRoomExchange } from "./room-exchange.ts";
import { createRoomMarks } from "./room-marks.ts";
import type { RoomPort } from "./room-port.ts";
import { privateRecords } from "./room-private.ts";
import { changesOf, type Offer, readRoom, type RoomItem, roomView, toShare } from "./room-view.ts";

/** The room of the mentorship in focus: what both see, what could be shared, and the files that carry it. */
export function createRoom(port: RoomPort) {
  const rows = liveSignal(readRoom);
  /** Chosen differently from what is offered, by `TABLE/ID`. */
  const ticks = signal<ReadonlyMap<string, boolean>>(new Map());
  const view = computed(() => rows.value && roomView(rows.value, ticks.value, today.value));
  const here = (): Id => view.peek()?.mentorshipId ?? "";

  const shareThese = (offers: readonly Offer[]) => {
    const originals = rows.peek()?.originals ?? [];
    return shareRecords(
      db,
      here(),
      offers.flatMap(({ table, id }) => {
        const original = originals.find((each) => each.table === table && each.row.id === id);
        return original ? [toShare(original)] : [];
      }),
    );
  };
  /** The words of the two keys. Not in a live query, which must wait for nothing but the database. */
  const words = signal<{ mine: string | null; theirs: string[] } | null>(null);
  const stop = effect(() => {
    // With the first file that is made there are words of one's own.
    const { partnerKeys: keys, fileMadeAt } = view.value ?? {};
    if (!keys || fileMadeAt === undefined) return;
    Promise.all([port.ownWords(db), Promise.all(keys.map((key) => port.keyWords(key)))]).then(
      ([mine, theirs]) => {
        words.value = { mine, theirs };
      },
      (error: unknown) => reportError("room", error),
    );
  });
  const news = createRoomMarks();
  const nameOf = ({ row }: RoomItem): string => itemName(row);

  return {
    view,
    timeZone: localTimeZone(),
    /** What is in no file. */
    kept: liveSignal(privateRecords),
    exchange: createRoomExchange(port, view),
    words,
    news,
    tick({ table, id }: Offer, ticked: boolean): void {
      ticks.value = new Map([...ticks.peek(), [`${table}/${id}`, ticked]]);
    },
    share(): Promise<boolean> {
      const offers = view.peek()?.ticked ?? [];
      return perform(() => shareThese(offers), i18n.t("room.said.shared", offers.length));
    },
    shareChanges(items: readonly RoomItem[]): Promise<boolean> {
      return perform(() => shareChanges(db, changesOf(items)), i18n.t("room.said.changesShared"));
    },
    fetch(item: RoomItem): Promise<boolean> {
      return perform(() => fetchChanges(db, item.row.id), i18n.t("room.said.fetched"));
    },
    unshare(item: RoomItem): Promise<boolean> {
      return perform(() => unshare(db, item.row.id), i18n.t("room.said.unshared", [nameOf(item)]));
    },
    putAway(item: RoomItem): Promise<boolean> {
      return perform(() => putAway(db, item.row.id), i18n.t("room.said.putAway", [nameOf(item)]));
    },
    take(item: RoomItem): Promise<boolean> {
      return perform(() => takeOver(db, item.row.id), i18n.t("room.said.taken"));
    },
    setState(item: RoomItem, state: string): Promise<boolean> {
      return perform(() => editShared(db, item.row.id, { state }), i18n.t("room.said.saved"));
    },
    settle(item: RoomItem, field: SharedField, other: boolean): Promise<boolean> {
      return perform(() => settleClash(db, item.row.id, field, other), i18n.t("room.said.settled"));
    },
    edit(item: RoomItem, edit: SharedEdit) {
      return performInForm(() => editShared(db, item.row.id, edit), i18n.t("room.said.saved"));
    },
    post(kind: PostKind, text: string) {
      return performInForm(() => postToRoom(db, here(), { kind, text }), i18n.t("room.said.posted"));
    },
    /** For somebody without Milepost. */
    async saveMarkdown(): Promise<void> {
      const shown = view.peek();
      if (!shown) return;
      const { roomMarkdown, roomFileName } = await import("./room-document.ts");
      const name = roomFileName(shown, "md");
      saveFile(new Blob([roomMarkdown(shown)], { type: "text/markdown" }), name);
      say(i18n.t("room.said.markdown", [name]));
    },
    [Symbol.dispose](): void {
      stop();
      news[Symbol.dispose]();
    },
  };
}

export type RoomModel = ReturnType<typeof createRoom>;

/** What something in the room is called. */
export function itemName({ title, text }: { title: string; text?: string | null | undefined }): string {
  return shortLine(title || text || "", 60);
}
