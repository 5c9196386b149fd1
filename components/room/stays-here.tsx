import { ChevronRight } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { tableNames } from "@/lib/domain/records.ts";
import type { RoomModel } from "@/lib/state/room.ts";

/** More of one kind would be a wall of words; how many there are in all is said above. */
const listed = 50;

/** What of this mentorship is in no file, by name if one asks. */
export function StaysHere({ model }: { model: RoomModel }) {
  const kept = model.kept.value;
  if (!kept) return null;
  const byTable = Map.groupBy(kept, ({ table }) => table);
  return (
    <section class="aside-sec" aria-labelledby="room-kept">
      <h2 class="head" id="room-kept">
        {i18n.t("room.kept.title", kept.length)}
      </h2>
      <p class="soft">{i18n.t("room.kept.why")}</p>
      {kept.length > 0 && (
        <details class="closed">
          <summary>
            <Icon of={ChevronRight} size="sm" />
            {i18n.t("room.kept.show")}
          </summary>
          {tableNames
            .filter((table) => byTable.has(table))
            .map((table) => {
              const own = byTable.get(table) ?? [];
              return (
                <div key={table} class="kept-group">
                  <p class="meta">{i18n.t(`settings.data.records.${table}`, own.length)}</p>
                  <ul>
                    {own.slice(0, listed).map(({ id, title }) => (
                      <li key={id} class="clip">
                        {title || i18n.t(`tables.${table}`)}
                      </li>
                    ))}
                    {own.length > listed && (
                      <li class="meta">{i18n.t("due.more", [String(own.length - listed)])}</li>
                    )}
                  </ul>
                </div>
              );
            })}
        </details>
      )}
    </section>
  );
}
