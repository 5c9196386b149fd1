import type { MilepostDb } from "@/lib/db/database.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import type { RoomPreview } from "@/lib/domain/room-preview.ts";

/** What makes and reads the files that two people exchange; passed in, since screens know nothing of it. */
export interface RoomPort {
  /** @throws UserError `notFound` where there is no room yet */
  makeRoomFile(db: MilepostDb, mentorshipId: Id, app: string): Promise<Blob>;
  /** @throws UserError `room…` */
  previewRoom(db: MilepostDb, file: Blob, into?: Id): Promise<RoomPreview>;
  /** `null` before the first file was made here. */
  ownWords(db: MilepostDb): Promise<string | null>;
  keyWords(key: string): Promise<string>;
}
