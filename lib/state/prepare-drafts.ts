import type { Id } from "@/lib/domain/envelope.ts";
import type { ReflectionPrompt } from "@/lib/content/activities.ts";
import { createDraft } from "./draft.ts";

/** The lines of the page at which something can be added. */
export const addLines = [
  "strength",
  "growth",
  "preference",
  "offer",
  "rapport",
  "idea",
  "resource",
  "support",
  "opportunity",
  "groundRule",
  "expectThem",
  "expectMe",
  "goal",
  "skill",
] as const;
export type AddLine = (typeof addLines)[number];

const noLines = Object.fromEntries(addLines.map((line) => [line, ""])) as Record<AddLine, string>;
const noReflection: { prompt: ReflectionPrompt; text: string } = { prompt: "feedback", text: "" };

type LinesDraft = ReturnType<typeof createDraft<Record<AddLine, string>>>;
type ReflectionDraft = ReturnType<typeof createDraft<{ prompt: string; text: string }>>;

/** What is half typed, of each mentorship on its own: it goes with the mentorship, the sample above all. */
export function createPrepareDrafts() {
  const lines = new Map<Id, LinesDraft>();
  const reflections = new Map<Id, ReflectionDraft>();
  return {
    lines(mentorshipId: Id): LinesDraft {
      const draft = lines.get(mentorshipId) ?? createDraft(`${mentorshipId}.prepare`, noLines);
      lines.set(mentorshipId, draft);
      return draft;
    },
    reflection(mentorshipId: Id): ReflectionDraft {
      const draft =
        reflections.get(mentorshipId) ??
        createDraft<{ prompt: string; text: string }>(`${mentorshipId}.reflection`, noReflection);
      reflections.set(mentorshipId, draft);
      return draft;
    },
  };
}
