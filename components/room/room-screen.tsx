import { DoorClosed } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useSeen } from "@/components/kit/use-seen.ts";
import type { RoomModel } from "@/lib/state/room.ts";
import type { RoomStorageModel } from "@/lib/state/room-storage.ts";
import type { RoomItem } from "@/lib/state/room-view.ts";
import { Exchange } from "./exchange.tsx";
import { RoomAgreement } from "./room-agreement.tsx";
import { RoomItemRow } from "./room-item.tsx";
import { RoomLinks } from "./room-links.tsx";
import { RoomOffers } from "./room-offers.tsx";
import { RoomPeople } from "./room-people.tsx";
import { RoomStorage } from "./room-storage.tsx";
import { RoomThread } from "./room-thread.tsx";
import { StaysHere } from "./stays-here.tsx";

/** What two people share, in one place. Content of the Shell's main, which draws the heading. */
export function RoomScreen({ model, storage }: { model: RoomModel; storage: RoomStorageModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>(true);
  useSeen(page, model.news.setSeen, [model, view?.mentorshipId]);
  if (!view) return null;
  const { goals, loose, topics, commitments, resources, partnerShort } = view;
  const overStorage = storage.room.value !== null || storage.elsewhere.value !== null;
  const intro = view.isLeft ? "introLeft" : overStorage ? "introStorage" : "intro";
  const roadmap = [...goals, ...loose];
  return (
    <div ref={page} tabIndex={-1} class="cols aside room" key={view.mentorshipId}>
      <div>
        <p class="lede" data-return tabIndex={-1}>
          {i18n.t(`room.${intro}`, [partnerShort])}
        </p>
        {view.wasLeft && <Left storage={storage} />}
        {/* First the way that is used; the other one is there all the same. */}
        {overStorage && <RoomStorage model={storage} partner={partnerShort} />}
        {!view.isLeft && <Exchange model={model} view={view} />}
        {!overStorage && <RoomStorage model={storage} partner={partnerShort} />}
        {!view.isLeft && <RoomOffers model={model} view={view} />}
        <RoomAgreement model={model} view={view} />
        <Section name="roadmap" items={roadmap} model={model} />
        <Section name="agenda" items={topics} model={model} />
        <Section name="steps" items={commitments} model={model} />
        <RoomThread model={model} view={view} />
        <Section name="resources" items={resources} model={model} />
      </div>
      <aside>
        <RoomPeople model={model} view={view} />
        <RoomLinks />
        <StaysHere model={model} />
      </aside>
    </div>
  );
}

/** It can be read; what was taken over and what is one's own can be worked with as ever. */
function Left({ storage }: { storage: RoomStorageModel }) {
  return (
    <div class="notice" role="status">
      <Icon of={DoorClosed} />
      <p>{i18n.t("room.leftNotice")}</p>
      <div class="btns">
        <button type="button" class="btn sm" onClick={() => void storage.reopen()}>
          {i18n.t("room.reopen")}
        </button>
      </div>
    </div>
  );
}

function Section({
  name,
  items,
  model,
}: {
  name: "roadmap" | "agenda" | "steps" | "resources";
  items: readonly RoomItem[];
  model: RoomModel;
}) {
  if (items.length === 0) return null;
  const id = `room-${name}`;
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 class="head" id={id}>
        {i18n.t(`room.sections.${name}`)}
      </h2>
      <ul class="list">
        {items.map((item) => (
          <RoomItemRow key={item.row.id} item={item} model={model} />
        ))}
      </ul>
    </section>
  );
}
