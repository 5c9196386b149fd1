import type { IconNode } from "lucide";
import { Icon } from "./icon.tsx";
import type { MenuItem } from "./menu.tsx";

/** An item of a small menu: what it does, behind its icon. */
export function menuItem(id: string, icon: IconNode, words: string, onPick: () => void): MenuItem {
  return {
    id,
    label: (
      <>
        <Icon of={icon} />
        {words}
      </>
    ),
    onPick,
  };
}
