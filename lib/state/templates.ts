import { computed, signal } from "@preact/signals";
import { i18n } from "#i18n";
import { saveFile } from "@/lib/browser/save-file.ts";
import { shippedTemplates } from "@/lib/content/templates/templates.ts";
import { goalsOf } from "@/lib/db/goal-rows.ts";
import { focusedMentorship } from "@/lib/db/mentorship-rows.ts";
import {
  addTemplate,
  applyTemplate,
  ownTemplates,
  removeTemplate,
  renameTemplate,
  saveAsTemplate,
} from "@/lib/db/templates.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type TemplateContent, templateSize } from "@/lib/domain/template-dates.ts";
import { readTemplate, templateFile } from "@/lib/formats/template-file.ts";
import { perform, say } from "./acts.ts";
import { today } from "./clock.ts";
import { db } from "./database.ts";
import type { Failure } from "./failure.ts";
import { performInForm } from "./field-act.ts";
import { liveSignal } from "./live-signal.ts";
import { go } from "./route.ts";

/** A template in the gallery. */
export interface TemplateView extends TemplateContent {
  key: string;
  /** Of an own template; one that ships has none. */
  id: Id | null;
  size: ReturnType<typeof templateSize>;
}

function viewOf(template: TemplateContent, key: string, id: Id | null): TemplateView {
  return { ...template, about: template.about ?? "", key, id, size: templateSize(template.goals) };
}

const shipped = shippedTemplates.map((template) => viewOf(template, template.key, null));

/** The gallery of roadmaps to start from, those that ship and the person's own. */
export function createTemplates() {
  const own = liveSignal(() => ownTemplates(db));
  const place = liveSignal(async () => {
    const mentorship = (await focusedMentorship(db))?.mentorship;
    if (!mentorship) return null;
    const goals = await goalsOf(db, mentorship.id);
    return { mentorshipId: mentorship.id, empty: goals.length === 0 };
  });
  const importFailure = signal<Failure | null>(null);
  return {
    shipped,
    own: computed(() => own.value?.map((row) => viewOf(row, row.id, row.id))),
    place,
    today,
    importFailure,
    /** Dates the template from a day on, adds it to the roadmap and goes there. */
    start(mentorshipId: Id, template: TemplateView, startOn: string): Promise<Failure | null> {
      return performInForm(
        async () => {
          const act = await applyTemplate(db, mentorshipId, template, startOn);
          go("/roadmap");
          return act;
        },
        i18n.t("templates.said.applied", [template.name]),
      );
    },
    saveRoadmap(mentorshipId: Id, named: { name: string; about: string }): Promise<Failure | null> {
      return performInForm(
        () => saveAsTemplate(db, mentorshipId, named),
        i18n.t("templates.said.saved", [named.name.trim()]),
      );
    },
    rename(id: Id, named: { name: string; about: string }): Promise<Failure | null> {
      return performInForm(() => renameTemplate(db, id, named), i18n.t("templates.said.renamed"));
    },
    remove({ id, name }: TemplateView): Promise<boolean> {
      if (!id) return Promise.resolve(false);
      return perform(() => removeTemplate(db, id), i18n.t("templates.said.removed", [name]));
    },
    export(template: TemplateView): void {
      const name = i18n.t("templates.fileName", [fileWord(template.name)]);
      saveFile(new Blob([templateFile(template)], { type: "application/json" }), name);
      say(i18n.t("templates.said.exported", [name]));
    },
    /** Takes a template in from a file; what is wrong with it is said at the field. */
    async import(file: File): Promise<void> {
      importFailure.value = await performInForm(async () => {
        const template = await readTemplate(file);
        const act = await addTemplate(db, template);
        say(i18n.t("templates.said.imported", [template.name]), act);
      });
    },
  };
}

export type TemplatesModel = ReturnType<typeof createTemplates>;

/** A name as a part of a file's name: letters, digits and dashes. */
function fileWord(name: string): string {
  const word = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  return word.slice(0, 60) || "roadmap";
}
