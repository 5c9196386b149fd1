import { CircleCheck } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { momentWords } from "@/components/sync/moment-words.ts";
import type { RequestsModel } from "@/lib/state/requests.ts";

/** Every request that Milepost made to the network, by site and reason. */
export function RequestsList({ model }: { model: RequestsModel }) {
  const made = model.made.value;
  if (!made) return null;
  if (made.length === 0) {
    return (
      <p class="status">
        <Icon of={CircleCheck} />
        <span>
          <span class="strong">{i18n.t("sync.requests.none")}</span>
          <span class="meta">{i18n.t("sync.requests.noneHint")}</span>
        </span>
      </p>
    );
  }
  return (
    <ul class="list counted">
      {made.map(({ id, why, partner, site, count, lastAt }) => (
        <li class="row flat" key={id}>
          <span class="main break">
            {site}
            <span class="meta">
              {partner === null
                ? i18n.t(`sync.requests.${why}`)
                : i18n.t("sync.requests.roomWith", [partner])}
              {" · "}
              {i18n.t("sync.requests.row", count, [String(count), momentWords(lastAt, model.now.value)])}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
