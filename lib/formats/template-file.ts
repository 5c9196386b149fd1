import * as z from "zod/mini";
import { Line, Text } from "@/lib/domain/envelope.ts";
import { TemplateGoal, TemplateMilestone } from "@/lib/domain/roadmap-template.ts";
import type { TemplateContent } from "@/lib/domain/template-dates.ts";
import { UserError } from "@/lib/domain/user-error.ts";
import { oneLine } from "@/lib/domain/one-line.ts";

export const templateFormat = "milepost-template";
const version = 1;
/** Hundreds of times what the largest roadmap needs. */
const largestBytes = 4_000_000;

/** White space folded, as for what is typed; a title of nothing but that is none. */
const Title = z.pipe(z.pipe(Line, z.transform(oneLine)), z.string().check(z.minLength(1)));

const TemplateFile = z.object({
  format: z.literal(templateFormat),
  schemaVersion: z.literal(version),
  name: Title,
  about: z._default(Text, ""),
  goals: z
    .array(
      z.extend(TemplateGoal, {
        title: Title,
        milestones: z.array(z.extend(TemplateMilestone, { title: Title })).check(z.maxLength(500)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});

/** A template as a file that another person can open: plain JSON, to be read without Milepost too. */
export function templateFile({ name, about, goals }: TemplateContent): string {
  return `${JSON.stringify({ format: templateFormat, schemaVersion: version, name, about, goals }, undefined, 2)}\n`;
}

/**
 * Reads a template file, which is hostile until it was found to be one. Changes nothing.
 * @throws UserError `template…` with the reason why it is refused
 */
export async function readTemplate(file: Blob): Promise<TemplateContent> {
  if (file.size > largestBytes) throw new UserError("templateTooLarge");
  const raw = parse(await textOf(file));
  if (typeof raw !== "object" || raw === null || !("format" in raw) || raw.format !== templateFormat)
    throw new UserError("templateNotOurs");
  if ("schemaVersion" in raw && typeof raw.schemaVersion === "number" && raw.schemaVersion > version)
    throw new UserError("templateNewer");
  const read = TemplateFile.safeParse(raw);
  if (!read.success) throw new UserError("templateDamaged");
  const { name, about, goals } = read.data;
  return { name, about, goals };
}

async function textOf(file: Blob): Promise<string> {
  try {
    return await file.text();
  } catch (error) {
    // Moved since it was chosen.
    throw new UserError("templateDamaged", { cause: error });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const ours = text.includes(`"${templateFormat}"`);
    throw new UserError(ours ? "templateDamaged" : "templateNotOurs", { cause: error });
  }
}
