import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import type { RoomModel } from "@/lib/state/room.ts";
import type { RoomView } from "@/lib/state/room-view.ts";

/** The two, and the words by which they know each other's files. */
export function RoomPeople({ model, view }: { model: RoomModel; view: RoomView }) {
  const words = model.words.value;
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
          words={words?.mine ? [words.mine] : []}
        />
        <Person name={view.partner} count={view.theirs} words={words?.theirs ?? []} />
      </ul>
      <p class="hint">
        {i18n.t(words?.theirs.length ? "room.wordsHint" : "room.noWords", [view.partnerShort])}
      </p>
    </section>
  );
}

function Person({
  name,
  me = false,
  count,
  words,
}: {
  name: string;
  me?: boolean;
  count: number;
  words: readonly string[];
}) {
  return (
    <li class="row">
      <Avatar name={name} me={me} />
      <div class="main">
        <span class="strong">{name}</span>
        <span class="meta">{i18n.t("room.count", count)}</span>
        {words.map((each) => (
          <code key={each} class="key-words">
            {each}
          </code>
        ))}
      </div>
    </li>
  );
}
