import { CircleAlert, Ellipsis } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { detailOf, iconOf, titleOf } from "@/components/sync/state-words.ts";
import { storagePlace } from "@/lib/domain/storage-address.ts";
import type { RoomStorageModel, ShownRoom } from "@/lib/state/room-storage.ts";
import type { SyncView } from "@/lib/state/sync-view.ts";
import { RoomLogin } from "./room-login.tsx";

/** How the room stands with its storage and who is in it, and what can be done. */
export function RoomStanding({
  model,
  room,
  partner,
}: {
  model: RoomStorageModel;
  room: ShownRoom;
  partner: string;
}) {
  const [asks, setAsks] = useState<"remove" | "leave" | "login" | null>(null);
  const view = model.view.value;
  const standing = useReturnFocus<HTMLDivElement>(asks === "login");
  if (!view) return null;
  const { host } = storagePlace(room.url);
  const isProblem = view.tone === "problem";
  const name = room.partner?.name || partner;
  const words = (
    <>
      <span class="strong">{view.words === "removed" ? i18n.t("room.storage.removed") : titleOf(view)}</span>
      <span class="meta">{detailFor(view, host, model.now.value)}</span>
    </>
  );
  const acts = (
    <span class="btns">
      <Act model={model} view={view} onAsk={setAsks} />
      <Menu
        label={i18n.t("room.storage.more")}
        trigger={<Icon of={Ellipsis} size="sm" />}
        triggerClass="btn sm icon"
        end
        items={[
          ...(room.paused
            ? []
            : [{ id: "pause", label: i18n.t("room.storage.pause"), onPick: () => void model.pause(true) }]),
          ...(room.partner && room.side === "host"
            ? [
                {
                  id: "remove",
                  label: i18n.t("room.storage.remove", [name]),
                  onPick: () => setAsks("remove"),
                },
              ]
            : []),
          { id: "login", label: i18n.t("room.storage.login"), onPick: () => setAsks("login") },
          { id: "leave", label: i18n.t("room.storage.leave"), onPick: () => setAsks("leave") },
        ]}
      />
    </span>
  );
  return (
    <>
      <div class={isProblem ? "notice late" : `status sync-state ${view.tone}`} ref={standing}>
        <Icon of={isProblem ? CircleAlert : iconOf(view)} />
        <div class={isProblem ? "lines" : ""} role="status" data-return tabIndex={-1}>
          {words}
        </div>
        {acts}
      </div>
      {room.partner && view.words !== "removed" && (
        <p class="hint">{i18n.t("room.storage.with", [name, host])}</p>
      )}
      {asks === "login" && (
        <RoomLogin
          user={room.user}
          submit={i18n.t("sync.form.save")}
          busy={model.busy.value === "looking"}
          onSave={(user, password) =>
            void model.changeLogin(user, password).then((done) => done && setAsks(null))
          }
          onClose={() => setAsks(null)}
        />
      )}
      <ConfirmDialog
        open={asks === "remove"}
        title={i18n.t("room.storage.removeTitle", [name])}
        confirm={i18n.t("room.storage.removeDo")}
        onConfirm={() => void model.removePartner(name)}
        onClose={() => setAsks(null)}
      >
        <p>{i18n.t("room.storage.removeText")}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === "leave"}
        title={i18n.t("room.storage.leaveTitle")}
        confirm={i18n.t("room.storage.leaveDo")}
        onConfirm={() => void model.leave(false)}
        onClose={() => setAsks(null)}
      >
        <p>{i18n.t("room.storage.leaveText", [name])}</p>
      </ConfirmDialog>
    </>
  );
}

/** The first thing that helps; the rest is in the menu. */
function Act({
  model,
  view,
  onAsk,
}: {
  model: RoomStorageModel;
  view: SyncView;
  onAsk: (what: "leave" | "login") => void;
}) {
  const [first] = view.acts;
  // Never disabled: the focus stays on it, whatever it does next.
  const busy = model.busy.value === "looking";
  const button = (label: string, onClick: () => void) => (
    <button type="button" class="btn sm" aria-busy={busy} onClick={onClick}>
      {label}
    </button>
  );
  if (first === "resume") return button(i18n.t("sync.act.resume"), () => void model.pause(false));
  if (first === "allow") return button(i18n.t("sync.act.allow"), () => model.allow());
  if (first === "refill") return button(i18n.t("sync.act.refill"), () => void model.syncNow(true));
  if (first === "stop") return button(i18n.t("room.storage.leave"), () => onAsk("leave"));
  if (first === "login") return button(i18n.t("sync.act.login"), () => onAsk("login"));
  if (first === undefined) return null;
  return button(i18n.t("room.storage.look"), () => void model.syncNow());
}

function detailFor(view: SyncView, host: string, now: number): string {
  const { words } = view;
  if (words === "removed" || words === "refused" || words === "notStorage")
    return i18n.t(`room.storage.${words}Hint`);
  return detailOf(view, host, now);
}
