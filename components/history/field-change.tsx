import { RotateCcw } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { Day } from "@/lib/domain/envelope.ts";
import type { FieldChange } from "@/lib/domain/history.ts";
import type { HistoryField } from "@/lib/domain/history-fields.ts";
import type { TableName } from "@/lib/domain/records.ts";
import { valueWords } from "@/lib/i18n/values.ts";
import { stageWording } from "@/lib/state/stage-words.ts";
import { TextChange } from "./text-change.tsx";

const longTexts: readonly string[] = [
  "text",
  "why",
  "notes",
  "outcome",
  "measure",
  "strategy",
  "showBy",
  "worked",
  "didNot",
  "adjust",
];

/** One field that an act changed: what it was, what it became, and the way to have that again. */
export function FieldChangeItem({
  table,
  change,
  compare,
  today,
  partner,
  when,
  onRestore,
}: {
  table: TableName;
  change: FieldChange;
  /** Texts are compared at once, not when asked. */
  compare: boolean;
  today: Day;
  partner: string;
  /** When it was changed, in words, to tell the buttons apart. */
  when: string;
  onRestore: () => void;
}) {
  const field = change.field as HistoryField;
  const name = i18n.t(`fields.${field}`);
  const wording = stageWording.value;
  const words = (value: unknown): string => valueWords(table, field, value, { today, partner, wording });
  const { before, after } = change;
  if (field === "order") return <OrderChange name={name} before={before} after={after} />;
  const isText = longTexts.includes(field) && typeof after === "string";
  return (
    <div class="field-change">
      <dt class="meta">{name}</dt>
      <dd>
        {isText ? (
          <TextChange before={typeof before === "string" ? before : ""} after={after} atOnce={compare} />
        ) : (
          <p class="break">
            {before !== null && before !== "" && (
              <>
                <del>{words(before) || i18n.t("history.nothing")}</del> <span aria-hidden="true">→</span>{" "}
              </>
            )}
            <ins class={before === null ? "plain" : ""}>{words(after) || i18n.t("history.nothing")}</ins>
          </p>
        )}
      </dd>
      {!change.current && field !== "deletedAt" && (
        <button
          type="button"
          class="btn sm quiet"
          aria-label={i18n.t("history.restoreNamed", [name, when])}
          onClick={onRestore}
        >
          <Icon of={RotateCcw} size="sm" />
          {i18n.t("history.restore")}
        </button>
      )}
    </div>
  );
}

/** A rank is a number that means nothing by itself: what is said is the way it went. */
function OrderChange({ name, before, after }: { name: string; before: unknown; after: unknown }) {
  if (typeof before !== "number" || typeof after !== "number") return null;
  return (
    <div class="field-change">
      <dt class="meta">{name}</dt>
      <dd>
        <p>{i18n.t(after < before ? "goalPlan.history.up" : "goalPlan.history.down")}</p>
      </dd>
    </div>
  );
}
