import { i18n } from "#i18n";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { StagesModel, StagesView } from "@/lib/state/stages.ts";
import { HintItem } from "./hint-item.tsx";

/** What is worth a look now, the most important first; nothing where there is nothing. */
export function WorthALook({
  model,
  view,
  most,
}: {
  model: StagesModel;
  view: StagesView;
  /** How many at most. */
  most?: number;
}) {
  const page = useKeepFocus<HTMLDivElement>();
  const hints = view.hints.slice(0, most);
  return (
    <div ref={page} tabIndex={-1} class="worth-place">
      {hints.length > 0 && (
        <section class="aside-sec worth" aria-labelledby="worth">
          <div class="sec-head">
            <h2 class="head" id="worth">
              {i18n.t("lifecycle.worth")}
            </h2>
          </div>
          <ul>
            {hints.map((hint) => (
              <li key={hint.item}>
                <HintItem
                  hint={hint}
                  stage={view.visit.stage}
                  onDismiss={() => void model.dismiss(view.mentorship.id, hint)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
