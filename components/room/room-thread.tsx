import { PenLine } from "lucide";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { postKinds } from "@/lib/domain/shared-kinds.ts";
import type { RoomModel } from "@/lib/state/room.ts";
import type { RoomView } from "@/lib/state/room-view.ts";
import { RoomItemRow } from "./room-item.tsx";

/** What the two say to each other between their meetings. */
export function RoomThread({ model, view }: { model: RoomModel; view: RoomView }) {
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <section class="sec" aria-labelledby="room-thread">
      <h2 class="head" id="room-thread">
        {i18n.t("room.sections.thread")}
      </h2>
      {writing ? (
        <InlineForm
          label={i18n.t("room.post.label")}
          submit={i18n.t("room.post.submit")}
          draft={`${view.mentorshipId}.room-post`}
          onSave={(value) =>
            model.post(postKinds.find((each) => each === value("kind")) ?? "reflection", value("text"))
          }
          onClose={() => {
            setWriting(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        >
          <textarea
            class="textarea"
            name="text"
            rows={4}
            aria-label={i18n.t("room.post.text")}
            placeholder={i18n.t("room.post.prompt")}
          />
          <select class="select kind-field" name="kind" aria-label={i18n.t("journal.kind")}>
            {postKinds.map((kind) => (
              <option key={kind} value={kind}>
                {i18n.t(`room.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </InlineForm>
      ) : view.isLeft ? (
        <p class="hint">{i18n.t("room.leftThread")}</p>
      ) : (
        <button ref={opener} type="button" class="btn" onClick={() => setWriting(true)}>
          <Icon of={PenLine} size="sm" />
          {i18n.t("room.post.open", [view.partnerShort])}
        </button>
      )}
      {view.thread.length > 0 ? (
        <ul class="list">
          {view.thread.map((item) => (
            <RoomItemRow key={item.row.id} item={item} model={model} />
          ))}
        </ul>
      ) : (
        <p class="soft none">{i18n.t("room.none.thread")}</p>
      )}
    </section>
  );
}
