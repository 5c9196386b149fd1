import { ArrowLeft } from "lucide";
import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { PersonModel } from "@/lib/state/person.ts";
import type { IntroModel } from "@/lib/state/person-intro.ts";
import { IntroNote } from "./intro-note.tsx";
import { PersonHead } from "./person-head.tsx";
import { PersonShared } from "./person-shared.tsx";
import { PersonTexts } from "./person-texts.tsx";
import { Priorities } from "./priorities.tsx";

/** One person: who they are, what matters to them, and all that is shared with them. */
export function PersonScreen({ model, intro }: { model: PersonModel; intro: IntroModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLElement>();
  if (view === undefined) return null;
  if (view === null) {
    return (
      <Empty title={i18n.t("people.unknown.title")} why={i18n.t("people.unknown.why")}>
        <a class="btn primary" href="#/people">
          {i18n.t("people.all")}
        </a>
      </Empty>
    );
  }
  return (
    <article ref={page} tabIndex={-1} class="person-page">
      <a class="btn sm quiet back" href="#/people">
        <Icon of={ArrowLeft} size="sm" flip />
        {i18n.t("people.all")}
      </a>
      <div class="cols aside">
        <div class="person-main">
          <PersonHead model={model} view={view} />
          {view.person.candidate && <IntroNote model={intro} name={view.name} />}
          {!view.isMe && <Priorities model={model} view={view} />}
          <PersonTexts model={model} view={view} />
        </div>
        {!view.isMe && <PersonShared model={model} view={view} />}
      </div>
    </article>
  );
}
