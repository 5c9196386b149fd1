import type { MilepostDb } from "@/lib/db/database.ts";
import type { AgreementEdit } from "@/lib/db/agreements.ts";
import type { Agreement, AgreementSection } from "@/lib/domain/agreement.ts";
import { hasClause, termsOfSection, withClause, withoutClause } from "@/lib/domain/agreement-text.ts";
import { longestMeeting, shortestMeeting } from "@/lib/domain/limits.ts";
import type { Cadence } from "@/lib/domain/mentorship.ts";
import { createDraft } from "./draft.ts";

const prefix = "agreement.";

/** The fields of a section as they are typed: its words, and what it sets. */
export interface SectionValues extends Record<string, string> {
  text: string;
}

/**
 * The form of one section of a draft. What is typed is kept from the first key until it is saved or thrown away, though
 * the page be closed.
 */
export function createSectionForm(row: Agreement, section: AgreementSection) {
  const saved = valuesOf(row, section);
  const draft = createDraft<SectionValues>(`${prefix}${row.id}.${section}`, saved);
  return {
    values: draft.value,
    restored: draft.restored,
    set: draft.set,
    /** Is the clause part of the section as it is typed? */
    has: (clause: string): boolean => hasClause(draft.value.value.text, clause),
    tick(clause: string, on: boolean): void {
      const { text } = draft.value.peek();
      draft.set({ text: on ? withClause(text, clause) : withoutClause(text, clause) });
    },
    /** Only what is another than when the form was opened: another window may have set the rest meanwhile. */
    edit: (): AgreementEdit => editOf(draft.value.peek(), saved, section),
    /** Saved, or given up: what was typed is not kept any more. */
    clear: draft.clear,
  };
}

export type SectionForm = ReturnType<typeof createSectionForm>;

/** Drafts of sections that were typed and not saved, as `ID.SECTION`. */
export async function keptSections(db: MilepostDb): Promise<ReadonlySet<string>> {
  const ids = await db.drafts.where("id").startsWith(prefix).primaryKeys();
  return new Set(ids.map((id) => id.slice(prefix.length)));
}

function valuesOf(row: Agreement, section: AgreementSection): SectionValues {
  const values: SectionValues = { text: row[section] ?? "" };
  for (const term of termsOfSection[section] ?? []) {
    const value = row[term];
    if (term === "cadence") {
      values["every"] = row.cadence ? String(row.cadence.every) : "";
      values["unit"] = row.cadence?.unit ?? "week";
    } else values[term] = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  }
  return values;
}

function editOf(values: SectionValues, saved: SectionValues, section: AgreementSection): AgreementEdit {
  const edit: AgreementEdit = values.text === saved.text ? {} : { [section]: values.text };
  for (const term of termsOfSection[section] ?? []) {
    const fields = term === "cadence" ? ["every", "unit"] : [term];
    if (fields.every((field) => values[field] === saved[field])) continue;
    if (term === "cadence") edit.cadence = cadenceOf(values);
    else if (term === "startsOn" || term === "endsOn" || term === "reviewOn")
      edit[term] = values[term] || null;
    else if (term === "meetingMinutes") edit[term] = within(values[term], shortestMeeting, longestMeeting);
    else edit[term] = within(values[term], 1, 104);
  }
  return edit;
}

function cadenceOf(values: SectionValues): Cadence | null {
  const every = within(values["every"], 1, 52);
  return every ? { every, unit: values["unit"] === "month" ? "month" : "week" } : null;
}

/** A number that was typed, brought into its bounds; `null` for none. */
function within(value: string | undefined, least: number, most: number): number | null {
  const number = Math.round(Number(value));
  return value?.trim() && Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : null;
}
