import { ChevronRight, Undo2 } from "lucide";
import { i18n } from "#i18n";
import { ClauseText } from "@/components/agreement/clause-text.tsx";
import { Avatar } from "@/components/kit/avatar.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import type { RoomView } from "@/lib/state/room-view.ts";
import { NewMark } from "./new-mark.tsx";

/** What the two agreed on, as each of them shared it: to be read, and changed by nobody. */
export function RoomAgreement({ model, view }: { model: RoomModel; view: RoomView }) {
  if (view.agreements.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="room-agreement">
      <h2 class="head" id="room-agreement">
        {i18n.t("room.sections.agreement")}
      </h2>
      {view.agreements.map((item) => (
        <details key={item.row.id} class="room-deed closed">
          <summary>
            <Icon of={ChevronRight} size="sm" />
            <Avatar name={item.mine ? view.myName : view.partner} me={item.mine} />
            <span class="strong">{item.row.title}</span>
            <span class="meta dots">
              <NewMark id={item.row.id} model={model} />
              <span>{item.mine ? i18n.t("room.byYou") : view.partner}</span>
            </span>
          </summary>
          {sectionsOf(item.row.text ?? "").map(({ heading, words }, index) => (
            <div key={index} class="clause">
              <div class="body">
                {heading && <h3>{heading}</h3>}
                <ClauseText text={words} before={null} />
              </div>
            </div>
          ))}
          {item.mine && !view.isLeft && (
            <button type="button" class="btn sm quiet" onClick={() => void model.unshare(item)}>
              <Icon of={Undo2} size="sm" />
              {i18n.t("room.unshare")}
            </button>
          )}
        </details>
      ))}
    </section>
  );
}

function sectionsOf(text: string): { heading: string; words: string }[] {
  return text
    .split(/^## /mu)
    .filter((part) => part.trim())
    .map((part, index) => {
      if (index === 0 && !text.startsWith("## ")) return { heading: "", words: part };
      const [heading = "", ...rest] = part.split("\n");
      return { heading: heading.trim(), words: rest.join("\n").trim() };
    });
}
