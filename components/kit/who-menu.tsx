import { Check, ChevronDown } from "lucide";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icon.tsx";
import { Menu, type MenuItem } from "./menu.tsx";

/** Whose mentorship is shown, and the way to another one. */
export function WhoMenu({
  name,
  currentId,
  others,
  onSwitch,
  extra = [],
}: {
  name: string;
  currentId: Id;
  others: readonly { id: Id; name: string }[];
  onSwitch: (id: Id) => void;
  /** Further items below the people. */
  extra?: readonly MenuItem[];
}) {
  return (
    <Menu
      label={i18n.t("popup.switch", [name])}
      triggerClass="who"
      trigger={
        <>
          <Avatar name={name} />
          <span class="clip strong">{name}</span>
          <Icon of={ChevronDown} size="sm" />
        </>
      }
      items={[
        ...others.map((other) => ({
          id: other.id,
          current: other.id === currentId,
          label: (
            <>
              <Avatar name={other.name} />
              <span class="clip">{other.name}</span>
              {other.id === currentId && (
                <span class="end">
                  <Icon of={Check} size="sm" />
                </span>
              )}
            </>
          ),
          onPick: () => onSwitch(other.id),
        })),
        ...extra,
      ]}
    />
  );
}
