import { GitCompareArrows } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { ConflictView, SyncConflictsModel } from "@/lib/state/sync-conflicts.ts";
import { momentWords } from "./moment-words.ts";
import { TwoVersions } from "./two-versions.tsx";

/** What was changed in two places: the later one is kept, and the other can be had. */
export function ConflictList({
  model,
  open,
  kept,
  now,
  onLater,
}: {
  model: SyncConflictsModel;
  now: number;
  open: readonly ConflictView[];
  /** That were just put away. */
  kept: readonly ConflictView[];
  onLater: (i: number) => void;
}) {
  if (open.length + kept.length === 0) return null;
  return (
    <SetSection title={i18n.t("sync.conflicts.title")} intro={i18n.t("sync.conflicts.intro")}>
      {open.map((conflict) => (
        <Conflict
          key={conflict.i}
          model={model}
          conflict={conflict}
          now={now}
          onLater={() => onLater(conflict.i)}
        />
      ))}
      {kept.map((conflict) => (
        <p class="soft" role="status" key={conflict.i}>
          {i18n.t("sync.conflicts.isKept", [headOf(conflict)])}{" "}
          <button
            type="button"
            class="btn link"
            aria-label={i18n.t("sync.conflicts.bringBackNamed", [headOf(conflict)])}
            onClick={() => void model.bringBack(conflict)}
          >
            {i18n.t("sync.conflicts.bringBack")}
          </button>
        </p>
      ))}
    </SetSection>
  );
}

function Conflict({
  model,
  conflict,
  now,
  onLater,
}: {
  model: SyncConflictsModel;
  conflict: ConflictView;
  now: number;
  onLater: () => void;
}) {
  const [comparing, setComparing] = useState(false);
  const { i, kept, other, isText, from, at } = conflict;
  const head = headOf(conflict);
  // The button that compares gives way to those that choose.
  const box = useReturnFocus<HTMLDivElement>(isText && !comparing);
  const origin = i18n.t("sync.conflicts.from", [
    from || i18n.t("sync.conflicts.unknown"),
    momentWords(at, now),
  ]);
  return (
    <div class="notice soon conflict" ref={box}>
      <Icon of={GitCompareArrows} />
      <div class="lines">
        <p class="strong break" data-return tabIndex={-1}>
          {head}
        </p>
        {isText || (!kept && !other) ? (
          <p class="soft">{i18n.t("sync.conflicts.both")}</p>
        ) : (
          <dl class="versions">
            <div>
              <dt>{i18n.t("sync.conflicts.kept")}</dt>
              <dd class="break">{kept || i18n.t("sync.conflicts.nothing")}</dd>
            </div>
            <div>
              <dt>{i18n.t("sync.conflicts.other")}</dt>
              <dd class="break">
                {other || i18n.t("sync.conflicts.nothing")} <span class="meta">{origin}</span>
              </dd>
            </div>
          </dl>
        )}
      </div>
      {comparing && <TwoVersions kept={kept} other={other} origin={origin} />}
      <div class="btns">
        {isText && !comparing ? (
          <Choice act="compare" head={head} onPick={() => setComparing(true)} />
        ) : (
          <>
            <Choice act="use" head={head} onPick={() => void model.use(i)} />
            <Choice act="keep" head={head} onPick={() => void model.keep(conflict)} />
          </>
        )}
        <Choice act="later" head={head} quiet onPick={onLater} />
      </div>
    </div>
  );
}

/** Of several conflicts each has its own: so it is named after what it is about. */
function Choice({
  act,
  head,
  quiet,
  onPick,
}: {
  act: "compare" | "use" | "keep" | "later";
  head: string;
  quiet?: boolean;
  onPick: () => void;
}) {
  return (
    <button
      type="button"
      class={quiet ? "btn sm quiet" : "btn sm"}
      aria-label={i18n.t(`sync.conflicts.${act}Named`, [head])}
      onClick={onPick}
    >
      {i18n.t(`sync.conflicts.${act}`)}
    </button>
  );
}

function headOf({ title, isNotes, field }: ConflictView): string {
  if (isNotes) return i18n.t("sync.conflicts.headNotes", [title]);
  return field
    ? i18n.t("sync.conflicts.head", [i18n.t(`fields.${field}`), title])
    : i18n.t("sync.conflicts.headNoField", [title]);
}
