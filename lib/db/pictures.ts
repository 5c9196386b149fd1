import type { Id } from "@/lib/domain/envelope.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import type { Picture } from "@/lib/domain/picture.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import type { MilepostDb } from "./database.ts";
import { mutate } from "./mutate.ts";

export type NewPicture = Pick<Picture, "name" | "type" | "data" | "width" | "height">;

/** Keeps a picture with a meeting. @returns its id */
export async function addPicture(
  db: MilepostDb,
  meeting: Pick<Meeting, "id" | "mentorshipId">,
  picture: NewPicture,
): Promise<{ id: Id; act: Id | null }> {
  const id = db.newId();
  const act = await mutate(db, { did: "addPicture" }, async () => {
    if (!(await db.meetings.get(meeting.id))) throw new UserError("notFound");
    const patch = { mentorshipId: meeting.mentorshipId, meetingId: meeting.id, ...picture };
    return [{ table: "pictures", id, patch }];
  });
  return { id, act };
}

/** A picture that is not in the trash. */
export async function findPicture(db: MilepostDb, id: Id): Promise<Picture | undefined> {
  const picture = await db.pictures.get(id);
  return picture?.deletedAt ? undefined : picture;
}
