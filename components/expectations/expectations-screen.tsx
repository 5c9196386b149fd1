import { i18n } from "#i18n";
import { Empty } from "@/components/kit/empty.tsx";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import type { ExpectationsModel } from "@/lib/state/expectations.ts";
import { AddExpectation } from "./add-expectation.tsx";
import { ExpectationRow } from "./expectation-row.tsx";
import { LookAgain } from "./look-again.tsx";

/** The board: what I expect and what the other expects, line by line, and whether that fits. */
export function ExpectationsScreen({ model }: { model: ExpectationsModel }) {
  const view = model.view.value;
  const page = useKeepFocus<HTMLDivElement>();
  if (!view) return null;
  const theirs = i18n.t("expectations.theirs", [view.partnerName]);
  return (
    <div ref={page} tabIndex={-1} class="expectations-page">
      {view.rows.length === 0 ? (
        <Empty
          title={i18n.t("expectations.empty.title")}
          why={i18n.t("expectations.empty.why")}
          example={i18n.t("expectations.empty.example")}
        >
          <AddExpectation model={model} view={view} primary />
        </Empty>
      ) : (
        <>
          <p class="lede">{i18n.t("expectations.lede")}</p>
          <LookAgain model={model} view={view} />
          <div class="board-head" aria-hidden="true">
            <span>{i18n.t("expectations.mine")}</span>
            <span>{theirs}</span>
          </div>
          <ul class="expect-board">
            {view.rows.map((each) => (
              <ExpectationRow key={each.row.id} of={each} view={view} model={model} />
            ))}
          </ul>
          <AddExpectation model={model} view={view} />
        </>
      )}
    </div>
  );
}
