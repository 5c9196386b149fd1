import { ChevronDown } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu, type MenuItem } from "@/components/kit/menu.tsx";
import { dayAndMonth } from "@/lib/i18n/dates.ts";
import { lookWords } from "@/lib/state/reviews-words.ts";
import type { Look, ReviewsView } from "@/lib/state/reviews-view.ts";
import type { ReviewsModel } from "@/lib/state/reviews.ts";

/** The sentence that says what is compared; its two dates are where that is chosen. */
export function LookChoice({ model, view }: { model: ReviewsModel; view: ReviewsView }) {
  const [asking, setAsking] = useState<"earlier" | "later" | null>(null);
  const { today } = view;
  const itemsFor = (which: "earlier" | "later"): MenuItem[] => {
    const pick = (look: Look): void => {
      setAsking(null);
      model.look(which, look);
    };
    const current = which === "earlier" ? view.earlier : view.later;
    return [
      ...(which === "later"
        ? [
            {
              id: "now",
              label: i18n.t("reviews.today"),
              current: current.kind === "now",
              onPick: () => pick({ kind: "now" }),
            },
          ]
        : []),
      ...view.versions.toReversed().map((row) => ({
        id: row.id,
        label: i18n.t("reviews.version", [String(row.version), dayAndMonth(row.on, today)]),
        current: current.kind === "version" && current.id === row.id,
        onPick: () => pick({ kind: "version", id: row.id }),
      })),
      {
        id: "day",
        label: i18n.t("reviews.anotherDay"),
        current: current.kind === "day",
        onPick: () => setAsking(which),
      },
    ];
  };
  const earlier = dayAndMonth(view.thenOn, today);
  const later = lookWords(view.nowOn, today);
  return (
    <div class="look-choice">
      <p class="lede">
        {i18n.t(view.earlier.kind === "version" ? "reviews.ledeVersion" : "reviews.ledeDay")}{" "}
        <Menu
          label={i18n.t("reviews.chooseThen", [earlier])}
          triggerClass="when"
          trigger={
            <>
              {earlier}
              <Icon of={ChevronDown} size="sm" />
            </>
          }
          items={itemsFor("earlier")}
        />{" "}
        {i18n.t("reviews.against")}{" "}
        <Menu
          label={i18n.t("reviews.chooseNow", [later])}
          triggerClass="when"
          trigger={
            <>
              {later}
              <Icon of={ChevronDown} size="sm" />
            </>
          }
          items={itemsFor("later")}
        />
      </p>
      {asking && (
        <DayField
          key={asking}
          label={i18n.t(asking === "earlier" ? "reviews.thenDay" : "reviews.nowDay")}
          value={asking === "earlier" ? view.thenOn : view.nowOn}
          max={today}
          onChange={(on) => model.look(asking, { kind: "day", on })}
        />
      )}
    </div>
  );
}

function DayField({
  label,
  value,
  max,
  onChange,
}: {
  label: string;
  value: string;
  max: string;
  onChange: (on: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <label class="day-choice">
      <span class="meta">{label}</span>
      <input
        ref={input}
        class="input day-field"
        type="date"
        max={max}
        defaultValue={value}
        onChange={(event) => {
          const on = event.currentTarget.value;
          if (on && on <= max) onChange(on);
        }}
      />
    </label>
  );
}
