import { i18n } from "#i18n";
import { addPicture, findPicture, type NewPicture } from "@/lib/db/pictures.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { largestPictureFile, mostPictureBytes } from "@/lib/domain/limits.ts";
import type { Meeting } from "@/lib/domain/meeting.ts";
import { pictureMarkdown } from "@/lib/domain/picture-line.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { perform } from "./acts.ts";
import { db } from "./database.ts";

/** Pixels of the longer side that are tried one after the other, until the picture is small enough. */
const sides = [1600, 1200, 900, 600, 400];

/** Keeps pictures with a meeting and gives the Markdown that shows them. What could not be kept is told. */
export async function keepPictures(
  meeting: Pick<Meeting, "id" | "mentorshipId">,
  files: readonly File[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const file of files) {
    await perform(async () => {
      const name = file.name || i18n.t("notes.picture.name");
      const { id, act } = await addPicture(db, meeting, { name, ...(await smallPicture(file)) });
      lines.push(pictureMarkdown(i18n.t("notes.picture.name"), id));
      return act;
    }, i18n.t("notes.picture.said"));
  }
  return lines;
}

/** A picture to draw; `null` where it is not there any more. */
export async function pictureOf(id: Id): Promise<{ url: string; width: number; height: number } | null> {
  const picture = await findPicture(db, id);
  if (!picture) return null;
  const { type, data, width, height } = picture;
  return { url: `data:${type};base64,${data}`, width, height };
}

async function smallPicture(file: File): Promise<Omit<NewPicture, "name">> {
  if (file.size > largestPictureFile) throw new UserError("pictureTooLarge");
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new UserError("pictureNotRead", { cause });
  });
  try {
    for (const side of sides) {
      const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
      const [width, height] = [bitmap.width, bitmap.height].map((each) =>
        Math.max(1, Math.round(each * scale)),
      );
      if (!width || !height) break;
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
      if (blob.size > mostPictureBytes) continue;
      const type = blob.type === "image/webp" ? "image/webp" : "image/png";
      return { type, data: new Uint8Array(await blob.arrayBuffer()).toBase64(), width, height };
    }
  } finally {
    bitmap.close();
  }
  throw new UserError("pictureTooLarge");
}
