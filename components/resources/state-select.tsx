import { i18n } from "#i18n";
import { type WorkState, workStates } from "@/lib/domain/vocabulary.ts";

/** How far a resource or an activity is; choosing saves. */
export function StateSelect({
  title,
  state,
  onChoose,
}: {
  title: string;
  state: WorkState;
  onChoose: (state: WorkState) => void;
}) {
  return (
    <select
      class={`state-pick ${state}`}
      aria-label={i18n.t("resources.stateOf", [title])}
      onChange={(event) => {
        const chosen = workStates.find((each) => each === event.currentTarget.value);
        if (chosen) onChoose(chosen);
      }}
    >
      {workStates.map((each) => (
        <option key={each} value={each} selected={each === state}>
          {i18n.t(`resources.state.${each}`)}
        </option>
      ))}
    </select>
  );
}
