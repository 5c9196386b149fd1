import { Check, CheckCheck, ChevronDown, CircleDashed, type IconNode, MessagesSquare } from "lucide";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { type ExpectationState, expectationStates } from "@/lib/domain/vocabulary.ts";

const icons: Record<ExpectationState, IconNode> = {
  open: CircleDashed,
  aligned: Check,
  toDiscuss: MessagesSquare,
  realigned: CheckCheck,
};

/** Whether the two views fit: the pill says it, and is where it is changed. */
export function StateMenu({
  about,
  state,
  onPick,
}: {
  about: string;
  state: ExpectationState;
  onPick: (state: ExpectationState) => void;
}) {
  const words = i18n.t(`expectations.states.${state}`);
  return (
    <Menu
      label={i18n.t("expectations.stateOf", [about, words])}
      triggerClass={`btn sm state-pill ${state}`}
      end
      trigger={
        <>
          <Icon of={icons[state]} size="sm" />
          {words}
          <Icon of={ChevronDown} size="sm" />
        </>
      }
      items={expectationStates.map((each) => ({
        id: each,
        current: each === state,
        label: (
          <>
            <Icon of={icons[each]} />
            {i18n.t(`expectations.states.${each}`)}
          </>
        ),
        onPick: () => onPick(each),
      }))}
    />
  );
}
