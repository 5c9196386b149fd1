import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import type { RoomView } from "@/lib/state/room-view.ts";

/** The two, and the digits by which they know each other's files. */
export function RoomPeople({ model, view }: { model: RoomModel; view: RoomView }) {
  const digits = model.digits.value;
  return (
    <section class="aside-sec" aria-labelledby="room-people">
      <h2 class="head" id="room-people">
        {i18n.t("room.people")}
      </h2>
      <ul class="list">
        <Person
          name={view.myName || i18n.t("room.you")}
          me
          count={view.mine}
          digits={digits?.mine ? [digits.mine] : []}
        />
        <Person name={view.partner} count={view.theirs} digits={digits?.theirs ?? []} />
      </ul>
      <p class="hint">
        {i18n.t(digits?.theirs.length ? "room.digitsHint" : "room.noDigits", [view.partnerShort])}
      </p>
    </section>
  );
}

function Person({
  name,
  me = false,
  count,
  digits,
}: {
  name: string;
  me?: boolean;
  count: number;
  digits: readonly string[];
}) {
  return (
    <li class="row">
      <Avatar name={name} me={me} />
      <div class="main">
        <span class="strong">{name}</span>
        <span class="meta">{i18n.t("room.count", count)}</span>
        {digits.map((each) => (
          <code key={each} class="digits">
            {each}
          </code>
        ))}
      </div>
    </li>
  );
}
