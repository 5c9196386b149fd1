import { i18n } from "#i18n";
import type { InventoryKind } from "@/lib/domain/vocabulary.ts";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";
import type { AddLine } from "@/lib/state/prepare-drafts.ts";
import { HiddenLines } from "./hidden-lines.tsx";
import { LineList } from "./line-list.tsx";
import { notedItems } from "./noted-items.ts";
import { NotedNotes } from "./noted-notes.tsx";

/** The lines of one kind of the inventory. */
export function NotedList({
  model,
  view,
  kind,
  unheaded,
}: {
  model: PrepareModel;
  view: PrepareView;
  kind: Exclude<AddLine, "expectThem" | "expectMe" | "goal" | "skill"> & InventoryKind;
  unheaded?: boolean;
}) {
  const { lines, hidden } = view.noted[kind];
  const preset = i18n.t("prepare.preset");
  return (
    <LineList
      model={model}
      mentorshipId={view.mentorshipId}
      at={kind}
      name={i18n.t(`prepare.lists.${kind}`)}
      unheaded={unheaded ?? false}
      example={i18n.t(`prepare.examples.${kind}`)}
      lines={lines}
      itemsOf={(line) => notedItems(line, model, view.partnerName)}
      renderNotes={(line) => <NotedNotes line={line} model={model} view={view} />}
      renderExtra={(line) =>
        line.of.reach === "all" && line.of.general ? (
          <label class="pick">
            <input class="check" type="checkbox" name="onlyHere" />
            <span>
              {i18n.t("prepare.onlyHere")}
              <span class="hint">{i18n.t("prepare.onlyHereHint")}</span>
            </span>
          </label>
        ) : null
      }
      onAdd={(text) => model.note(kind, text)}
      onEdit={(line, text, value) => model.editNoted(line, text, value("onlyHere") === "on")}
    >
      {kind === "groundRule" && !lines.some(({ text }) => text === preset) && (
        <button type="button" class="btn sm link preset" onClick={() => void model.note(kind, preset)}>
          {i18n.t("prepare.addPreset", [preset])}
        </button>
      )}
      <HiddenLines hidden={hidden} onShow={(id) => void model.showAgain(id)} />
    </LineList>
  );
}
