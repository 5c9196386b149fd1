import { makeRoomFile, ownWords, previewRoom } from "@/lib/sync/exchange.ts";
import { keyWords } from "@/lib/sync/room-file.ts";
import type { RoomPort } from "@/lib/state/room-port.ts";

/** The files of rooms, for the models of the pages. */
export const roomPort: RoomPort = { makeRoomFile, previewRoom, ownWords, keyWords };
