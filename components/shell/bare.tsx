import { ArrowLeft } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";

/** The frame where there is no mentorship yet: a heading and the way back to setting out. */
export function Bare({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="shell">
      <div class="frame bare">
        <div class="sheet">
          <header class="masthead">
            <div class="top">
              <a class="btn sm quiet" href="#/welcome">
                <Icon of={ArrowLeft} size="sm" flip />
                {i18n.t("welcome.back")}
              </a>
              <h1 class="page-title">{title}</h1>
            </div>
          </header>
          <main class="page" id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
