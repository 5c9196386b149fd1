import { ArrowLeft, Plus } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import type { TemplatesModel } from "@/lib/state/templates.ts";
import { ImportTemplate } from "./import-template.tsx";
import { TemplateFields } from "./template-fields.tsx";
import { TemplateItem } from "./template-item.tsx";

/** Roadmaps to start from: those that ship, and the person's own. */
export function Gallery({ model }: { model: TemplatesModel }) {
  const page = useKeepFocus<HTMLDivElement>();
  const own = model.own.value;
  const place = model.place.value;
  const [opened, setOpened] = useState<string | null>(null);
  if (own === undefined || place === undefined) return null;
  const toggle = (key: string): void => setOpened(opened === key ? null : key);
  const mentorshipId = place?.mentorshipId ?? null;
  return (
    <div ref={page} tabIndex={-1} class="gallery">
      <a class="btn sm quiet back" href="#/roadmap">
        <Icon of={ArrowLeft} size="sm" flip />
        {i18n.t("templates.toRoadmap")}
      </a>
      <section>
        <h2 class="title">{i18n.t("templates.shipped")}</h2>
        <ul>
          {model.shipped.map((template) => (
            <TemplateItem
              key={template.key}
              template={template}
              open={opened === template.key}
              onToggle={() => toggle(template.key)}
              model={model}
              mentorshipId={mentorshipId}
            />
          ))}
        </ul>
      </section>
      <section>
        <h2 class="title">{i18n.t("templates.own")}</h2>
        {own.length === 0 && <p class="soft">{i18n.t("templates.noOwn")}</p>}
        <ul>
          {own.map((template) => (
            <TemplateItem
              key={template.key}
              template={template}
              open={opened === template.key}
              onToggle={() => toggle(template.key)}
              model={model}
              mentorshipId={mentorshipId}
            />
          ))}
        </ul>
        {mentorshipId && place && !place.empty && <SaveRoadmap model={model} mentorshipId={mentorshipId} />}
        <ImportTemplate model={model} />
      </section>
    </div>
  );
}

function SaveRoadmap({ model, mentorshipId }: { model: TemplatesModel; mentorshipId: string }) {
  const [saving, setSaving] = useState(false);
  const place = useReturnFocus<HTMLDivElement>(saving);
  return (
    <div ref={place}>
      {saving ? (
        <InlineForm
          draft={`${mentorshipId}.template`}
          label={i18n.t("templates.saveRoadmap")}
          submit={i18n.t("templates.saveSubmit")}
          onSave={(value) => model.saveRoadmap(mentorshipId, { name: value("name"), about: value("about") })}
          onClose={() => setSaving(false)}
        >
          <TemplateFields />
        </InlineForm>
      ) : (
        <button type="button" class="btn" data-return onClick={() => setSaving(true)}>
          <Icon of={Plus} />
          {i18n.t("templates.saveRoadmap")}
        </button>
      )}
    </div>
  );
}
