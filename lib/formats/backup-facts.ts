import * as z from "zod/mini";
import { Id } from "@/lib/domain/envelope.ts";
import type { SettingRow } from "./backup.ts";

const Sample = z.object({
  mentorshipId: Id,
  people: z.array(Id),
  focusBefore: z.optional(z.nullable(Id)),
});

/** The facts of a browser that travel among the settings of a backup. */
export interface BackupFacts {
  /** Who the user is in the backup's records. */
  me: Id | undefined;
  /** The mentorship that was shown; `undefined` if none was ever chosen. */
  focus: Id | null | undefined;
  sample: z.infer<typeof Sample> | undefined;
}

const factKeys: ReadonlySet<string> = new Set(["me", "focus", "sample"]);

export function factsOf(settings: readonly SettingRow[]): BackupFacts {
  const value = (key: string): unknown => settings.find((row) => row.key === key)?.value;
  return {
    me: Id.safeParse(value("me")).data,
    focus: z.nullable(Id).safeParse(value("focus")).data,
    sample: Sample.safeParse(value("sample")).data,
  };
}

/** What was chosen in the settings, without the facts. */
export function chosenOf(settings: readonly SettingRow[]): SettingRow[] {
  return settings.filter(({ key }) => !factKeys.has(key));
}
