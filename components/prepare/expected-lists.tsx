import { Trash2 } from "lucide";
import { i18n } from "#i18n";
import type { PrepareModel, PrepareView } from "@/lib/state/prepare.ts";
import { LineList } from "./line-list.tsx";
import { menuItem } from "@/components/kit/menu-item.tsx";

/** What is expected of the other person and of oneself, one sentence each. */
export function ExpectedLists({ model, view }: { model: PrepareModel; view: PrepareView }) {
  return (
    <>
      {(["them", "me"] as const).map((of) => {
        const at = of === "them" ? "expectThem" : "expectMe";
        const name = i18n.t(`prepare.lists.${at}`, [view.partnerName]);
        return (
          <LineList
            key={of}
            model={model}
            mentorshipId={view.mentorshipId}
            at={at}
            name={name}
            example={i18n.t(`prepare.examples.${at}`)}
            lines={view.expected[of]}
            itemsOf={(line) => [
              menuItem("remove", Trash2, i18n.t("common.remove"), () => void model.removeExpected(line)),
            ]}
            renderNotes={(line) => line.about !== null && <span>{line.about}</span>}
            onAdd={(text) => model.expect(of, name, text)}
            onEdit={(line, text) => model.editExpected(line, text)}
          />
        );
      })}
      <p class="onward">
        <a href="#/expectations">{i18n.t("prepare.toExpectations")}</a>
      </p>
    </>
  );
}
