import { BellOff, Ellipsis, Flag, NotebookPen, ShieldCheck, Users, Video, X } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { startOf } from "@/lib/domain/carry-over.ts";
import type { Instant } from "@/lib/domain/envelope.ts";
import { platformName } from "@/lib/domain/rooms/platform-name.ts";
import { untilInstant } from "@/lib/i18n/dates.ts";
import type { CallsModel, CallView, UseView } from "@/lib/state/calls.ts";
import { WhoList } from "./who-list.tsx";

/** A call in a tab: its notes while it goes on, whose it is where that is not known, the wrap-up once it is over. */
export function CallCard({ model, view, now }: { model: CallsModel; view: CallView; now: Instant }) {
  const [everybody, setEverybody] = useState<readonly UseView[] | null>(null);
  const asks = everybody !== null || view.kind === "ask";
  const { meeting } = view;
  const items: MenuItem[] = [
    {
      id: "who",
      label: <Labelled icon={Users} text={i18n.t("calls.another")} />,
      onPick: () => void model.everybody().then(setEverybody),
    },
    ...(view.call.key
      ? [
          {
            id: "never",
            label: <Labelled icon={BellOff} text={i18n.t("calls.never")} />,
            onPick: () => model.never(view),
          },
        ]
      : []),
  ];
  return (
    <section class="call" aria-label={i18n.t("calls.card")}>
      <div class="where meta">
        <Icon of={view.kind === "wrapUp" ? Flag : Video} size="sm" />
        <span>{whereOf(view)}</span>
        {meeting && view.kind === "notes" && !asks && (
          <span>{startOf(meeting) <= now ? i18n.t("popup.now") : untilInstant(startOf(meeting), now)}</span>
        )}
        {view.kind !== "wrapUp" && (
          <Menu
            label={i18n.t("calls.more")}
            triggerClass="icon-btn"
            end
            trigger={<Icon of={Ellipsis} />}
            items={items}
          />
        )}
        {!view.here && (
          <button
            type="button"
            class="icon-btn"
            aria-label={i18n.t("calls.notNow")}
            title={i18n.t("calls.notNow")}
            onClick={() => model.notNow(view)}
          >
            <Icon of={X} />
          </button>
        )}
      </div>
      {meeting && view.here && <h2 class="sr">{i18n.t("popup.nextMeeting")}</h2>}
      {asks || !meeting ? (
        <WhoList uses={everybody ?? view.uses} onChoose={(use) => model.choose(view, use)} />
      ) : (
        <>
          <p class="title break">{i18n.t("popup.room.with", [meeting.title, view.name])}</p>
          {view.kind === "notes" ? (
            <button type="button" class="btn primary lg wide" onClick={() => model.openNotes(view)}>
              <Icon of={NotebookPen} />
              {i18n.t("popup.openNotes")}
            </button>
          ) : (
            <button type="button" class="btn primary lg wide" onClick={() => model.wrapUp(view)}>
              <Icon of={Flag} />
              {i18n.t("calls.wrapUp")}
            </button>
          )}
        </>
      )}
      {view.kind !== "wrapUp" && (
        <p class="meta privacy">
          <Icon of={ShieldCheck} size="sm" />
          {i18n.t("popup.room.privacy")}
        </p>
      )}
    </section>
  );
}

function whereOf({ kind, here, beside, call }: CallView): string {
  const platform = call.platform === "other" ? i18n.t("calls.aCall") : platformName(call.platform);
  if (kind === "wrapUp") return i18n.t("calls.over", [platform]);
  return i18n.t(here || beside ? "popup.room.beside" : "calls.elsewhere", [platform]);
}

function Labelled({ icon, text }: { icon: typeof Users; text: string }) {
  return (
    <>
      <Icon of={icon} />
      {text}
    </>
  );
}
