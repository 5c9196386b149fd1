import { CircleAlert, CloudOff } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { useLooking } from "@/components/kit/use-looking.ts";
import { SetUpTrouble } from "@/components/sync/set-up-trouble.tsx";
import { storagePlace } from "@/lib/domain/storage-address.ts";
import { clockMinute, dayOfInstant } from "@/lib/i18n/dates.ts";
import type { RoomElsewhere, RoomStorageModel, ShownRoom } from "@/lib/state/room-storage.ts";
import { RoomAccess } from "./room-access.tsx";
import { RoomGuests } from "./room-guests.tsx";
import { RoomLogin } from "./room-login.tsx";
import { RoomStanding } from "./room-standing.tsx";

type Side = "host" | "guest";
type Opened = [Side | null, (side: Side | null) => void];

/** The room over a storage instead of by files: from nothing, over the invitation, to two people in step. */
export function RoomStorage({ model, partner }: { model: RoomStorageModel; partner: string }) {
  const section = useKeepFocus<HTMLElement>(true);
  // Here, and not where it is shown, so that the focus is looked after when it closes.
  const opened = useState<Side | null>(null);
  const [, setForm] = opened;
  const room = model.room.value;
  useEffect(() => setForm(null), [room === null]);
  if (!model.isRead.value) return null;
  return (
    <section class="room-storage" ref={section} tabIndex={-1} aria-labelledby="room-storage">
      <h2 class="head" id="room-storage">
        {i18n.t("room.storage.title")}
      </h2>
      {room === null && <None model={model} partner={partner} opened={opened} />}
      {room?.asked && <Asked model={model} asked={room.asked} partner={partner} />}
      {room && !room.asked && <In model={model} room={room} partner={partner} />}
      <SetUpTrouble model={model} />
    </section>
  );
}

function None({
  model,
  partner,
  opened: [form, setForm],
}: {
  model: RoomStorageModel;
  partner: string;
  opened: Opened;
}) {
  const elsewhere = model.elsewhere.value;
  if (elsewhere) return <Elsewhere key={elsewhere.url} model={model} place={elsewhere} />;
  if (form) return <RoomAccess model={model} side={form} partner={partner} onClose={() => setForm(null)} />;
  return (
    <>
      <p class="soft" data-return tabIndex={-1}>
        {i18n.t("room.storage.intro")}
      </p>
      <div class="btns">
        <button type="button" class="btn" onClick={() => setForm("host")}>
          {i18n.t("room.storage.begin")}
        </button>
        <button type="button" class="btn" onClick={() => setForm("guest")}>
          {i18n.t("room.storage.haveInvitation")}
        </button>
      </div>
    </>
  );
}

/** The person is in the room with another browser; its login is tried first. */
function Elsewhere({ model, place: { url, user } }: { model: RoomStorageModel; place: RoomElsewhere }) {
  const busy = model.busy.value === "entering";
  const [asksLogin, setAsksLogin] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const isRefused = model.problem.value?.words === "refused";
  useEffect(() => {
    if (isRefused) setAsksLogin(true);
  }, [isRefused]);
  return (
    <>
      <div class="status sync-state wait">
        <Icon of={CloudOff} />
        <div data-return tabIndex={-1}>
          <span class="strong">{i18n.t("room.storage.elsewhere")}</span>
          <span class="meta">{i18n.t("room.storage.elsewhereHint", [storagePlace(url).host])}</span>
        </div>
        {!asksLogin && (
          <span class="btns">
            <button type="button" class="btn primary" aria-busy={busy} onClick={() => model.comeIn(url)}>
              {i18n.t("room.storage.comeIn")}
            </button>
            <button
              type="button"
              class="btn quiet"
              aria-busy={model.busy.value === "leaving"}
              onClick={() => setForgetting(true)}
            >
              {i18n.t("room.storage.forget")}
            </button>
          </span>
        )}
      </div>
      <ConfirmDialog
        open={forgetting}
        title={i18n.t("room.storage.forgetTitle")}
        confirm={i18n.t("room.storage.forgetDo")}
        onConfirm={() => void model.forget(url)}
        onClose={() => setForgetting(false)}
      >
        <p>{i18n.t("room.storage.forgetText")}</p>
      </ConfirmDialog>
      {asksLogin && (
        <RoomLogin
          user={user}
          submit={i18n.t("room.storage.comeIn")}
          busy={busy}
          onSave={(typed, password) => model.comeIn(url, { user: typed, password })}
          onClose={() => setAsksLogin(false)}
        />
      )}
    </>
  );
}

/** As a guest, until the other person has let them in. */
function Asked({
  model,
  asked: { words, host, expires },
  partner,
}: {
  model: RoomStorageModel;
  asked: NonNullable<ShownRoom["asked"]>;
  partner: string;
}) {
  const isOver = expires < model.now.value;
  const leaving = model.busy.value === "leaving";
  const from = host || partner;
  useLooking(isOver ? null : () => model.look());
  return (
    <div class="join-request">
      {isOver ? (
        <p class="notice late" role="status" data-return tabIndex={-1}>
          <Icon of={CircleAlert} />
          {i18n.t("room.storage.ranOut", [from])}
        </p>
      ) : (
        <>
          <p class="strong" data-return tabIndex={-1}>
            {i18n.t("room.storage.ask1", [from])}
          </p>
          <p class="words mono">{words}</p>
          <p class="hint">{i18n.t("room.storage.askHint", [from])}</p>
          <p class="soft" role="status">
            {i18n.t("room.storage.asked", [`${dayOfInstant(expires)}, ${clockMinute(expires)}`])}
          </p>
        </>
      )}
      <div class="btns">
        <button
          type="button"
          class="btn quiet"
          aria-busy={leaving}
          disabled={model.busy.value !== null && !leaving}
          onClick={() => void model.leave(true)}
        >
          {i18n.t("room.storage.giveUp")}
        </button>
      </div>
    </div>
  );
}

function In({ model, room, partner }: { model: RoomStorageModel; room: ShownRoom; partner: string }) {
  return (
    <>
      <RoomStanding model={model} room={room} partner={partner} />
      {room.side === "host" && !room.partner && <RoomGuests model={model} room={room} partner={partner} />}
    </>
  );
}
