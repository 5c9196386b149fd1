import type { Id, Instant } from "./envelope.ts";
import type { Shared, SharedField } from "./shared.ts";
import type { Role } from "./vocabulary.ts";

/** What a file would do to one record of a room; `back`: it is here, and was put away. */
export interface RecordPreview {
  id: Id;
  is: "new" | "changed" | "back";
  after: Shared;
  /** Fields in which both said something without knowing of each other. */
  clashes: readonly SharedField[];
}

/** Into which mentorship a file goes; a new one where there is none yet. */
export type RoomInto = { mentorshipId: Id } | { role: Role; name: string; timeZone: string };

/** What opening a file would do, before it does anything. */
export interface RoomPreview {
  from: { name: string; role: Role };
  madeAt: Instant;
  /** The mentorship whose room it is, or `null` where that has to be chosen. */
  mentorshipId: Id | null;
  /** Those that it may belong to, the likeliest first; none where it is known. */
  candidates: readonly Id[];
  /** Nothing of theirs was opened in this mentorship before. */
  first: boolean;
  /** It is signed with a key that is not known as theirs. */
  otherKey: boolean;
  /** The words of the key that signed it. */
  words: string;
  records: readonly RecordPreview[];
  /** Records that this version cannot read. */
  unread: number;
  /**
   * Takes it in, as one act.
   * @param trusted the person says that another key is theirs
   */
  take(into: RoomInto, trusted: boolean): Promise<{ act: Id | null; mentorshipId: Id }>;
}

/** What the one is to whom somebody is this. */
export function opposite(role: Role): Role {
  return role === "mentor" ? "mentee" : role === "mentee" ? "mentor" : "both";
}
