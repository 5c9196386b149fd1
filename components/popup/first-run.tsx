import { ChevronRight, Eye, Handshake, type IconNode, ShieldCheck, SquareArrowOutUpRight } from "lucide";
import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Brand } from "@/components/kit/brand.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Scene } from "@/components/kit/scene.tsx";
import type { DestinationDraft } from "@/lib/state/first-run.ts";

/** The popup before there is anything to show: one sentence is enough to set out. */
export function FirstRun({ draft, onOpen }: { draft: DestinationDraft; onOpen: (path: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div class="first">
      <header class="top">
        <span class="brand">
          <Brand />
          {i18n.t("common.milepost")}
        </span>
        <button
          type="button"
          class="icon-btn"
          aria-label={i18n.t("popup.openWorkspace")}
          title={i18n.t("popup.openWorkspace")}
          onClick={() => onOpen("/welcome")}
        >
          <Icon of={SquareArrowOutUpRight} flip />
        </button>
      </header>
      <main>
        <Scene label={i18n.t("popup.first.scene")} />
        <h1 class="page-title">{i18n.t("popup.first.heading")}</h1>
        <p class="soft">{i18n.t("popup.first.hint")}</p>
        <form
          class="dest-form"
          onSubmit={(event) => {
            event.preventDefault();
            onOpen("/welcome");
          }}
        >
          <textarea
            ref={field}
            class="textarea"
            aria-label={i18n.t("popup.first.destination")}
            placeholder={i18n.t("popup.first.example")}
            value={draft.text.value}
            onInput={(event) => draft.type(event.currentTarget.value)}
          />
          <div class="btns">
            <button type="submit" class="btn primary lg">
              {i18n.t("popup.first.start")}
            </button>
            <span class="meta">{i18n.t("popup.first.kept")}</span>
          </div>
        </form>
        <ul class="list starts">
          <Start
            icon={Handshake}
            title={i18n.t("popup.first.mentor")}
            hint={i18n.t("popup.first.mentorHint")}
            onPick={() => onOpen("/welcome?role=mentor")}
          />
          <Start
            icon={Eye}
            title={i18n.t("popup.first.sample")}
            hint={i18n.t("popup.first.sampleHint")}
            onPick={() => onOpen("/welcome?sample=1")}
          />
        </ul>
      </main>
      <footer class="promise meta">
        <Icon of={ShieldCheck} />
        <span>{i18n.t("popup.first.promise")}</span>
      </footer>
    </div>
  );
}

function Start({
  icon,
  title,
  hint,
  onPick,
}: {
  icon: IconNode;
  title: string;
  hint: string;
  onPick: () => void;
}) {
  return (
    <li>
      <button type="button" class="row" onClick={onPick}>
        <Icon of={icon} />
        <span class="main">
          {title}
          <span class="meta">{hint}</span>
        </span>
        <Icon of={ChevronRight} flip />
      </button>
    </li>
  );
}
