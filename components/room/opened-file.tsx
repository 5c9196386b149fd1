import { ShieldAlert, ShieldCheck } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { shortName } from "@/lib/domain/person-name.ts";
import { clockMinute, dayOfInstant } from "@/lib/i18n/dates.ts";
import { itemName, type RoomModel } from "@/lib/state/room.ts";
import type { Opened } from "@/lib/state/room-exchange.ts";

/** More of them would be a wall of words; how many there are in all is said above. */
const listed = 30;

/** What is in a file and what it would change, before anything does. */
export function OpenedFile({ opened, model }: { opened: Opened; model: RoomModel }) {
  const { exchange } = model;
  const [trusted, setTrusted] = useState(false);
  const who = shortName(opened.from.name);
  const { records } = opened;
  const fresh = records.filter(({ is }) => is !== "changed").length;
  const clashes = records.filter((record) => record.clashes.length > 0).length;
  const changed = records.length - fresh - clashes;
  return (
    <section class="preview" aria-label={i18n.t("room.opened.label")}>
      <p class="status">
        <Icon of={opened.otherKey ? ShieldAlert : ShieldCheck} />
        <span>
          <span class="strong">{i18n.t("room.opened.from", [opened.from.name])}</span>
          <span class="meta">
            {i18n.t("room.opened.made", [dayOfInstant(opened.madeAt), clockMinute(opened.madeAt)])}
          </span>
        </span>
      </p>
      {(opened.choices.length > 0 || opened.mentorshipId === null) && (
        <label class="field">
          <span>{i18n.t("room.opened.whose")}</span>
          <select
            class="select"
            value={opened.mentorshipId ?? ""}
            onChange={(event) => void exchange.choose(event.currentTarget.value || null)}
          >
            {opened.choices.map(({ id, name }) => (
              <option key={id} value={id} selected={id === opened.mentorshipId}>
                {i18n.t("room.opened.with", [name])}
              </option>
            ))}
            <option value="" selected={opened.mentorshipId === null}>
              {i18n.t("room.opened.newOne", [opened.from.name])}
            </option>
          </select>
        </label>
      )}
      <p class="strong" role="status">
        {records.length === 0
          ? i18n.t("room.opened.nothing")
          : new Intl.ListFormat(undefined, { type: "unit", style: "long" }).format(
              [
                fresh > 0 && i18n.t("room.opened.fresh", [String(fresh)]),
                changed > 0 && i18n.t("room.opened.changed", [String(changed)]),
                clashes > 0 && i18n.t("room.opened.clashes", [String(clashes)]),
              ].filter((part) => part !== false),
            )}
      </p>
      {records.length > 0 && (
        <ul class="list opened-list">
          {records.slice(0, listed).map(({ id, is, after, clashes: own }) => (
            <li key={id} class="row flat">
              <span class="main break">
                {after.unsharedAt ? i18n.t("room.opened.unshared") : itemName(after)}
              </span>
              <span class="end meta">
                {own.length > 0
                  ? i18n.t("room.opened.isClash")
                  : i18n.t(is === "changed" ? "room.opened.isChanged" : "room.opened.isNew")}
              </span>
            </li>
          ))}
          {records.length > listed && (
            <li class="meta">{i18n.t("due.more", [String(records.length - listed)])}</li>
          )}
        </ul>
      )}
      {opened.unread > 0 && <p class="hint">{i18n.t("room.opened.unread", opened.unread)}</p>}
      {opened.otherKey ? (
        <div class="notice late">
          <Icon of={ShieldAlert} />
          <div>
            <p class="strong">{i18n.t("room.opened.otherKey", [who])}</p>
            <p class="soft">{i18n.t("room.opened.otherKeyHint", [who])}</p>
            <code class="key-words">{opened.words}</code>
            <label class="pick">
              <input
                class="check"
                type="checkbox"
                checked={trusted}
                onChange={(event) => setTrusted(event.currentTarget.checked)}
              />
              <span>{i18n.t("room.opened.trust", [who])}</span>
            </label>
          </div>
        </div>
      ) : (
        opened.first && (
          <p class="hint">
            {i18n.t("room.opened.first", [who])} <code class="key-words">{opened.words}</code>
          </p>
        )
      )}
      <div class="btns">
        <button
          type="button"
          class="btn primary"
          disabled={exchange.working.value || (opened.otherKey && !trusted)}
          onClick={() => void exchange.take(trusted)}
        >
          {i18n.t("room.opened.take")}
        </button>
        <button type="button" class="btn quiet" onClick={() => exchange.close()}>
          {i18n.t("common.cancel")}
        </button>
      </div>
    </section>
  );
}
