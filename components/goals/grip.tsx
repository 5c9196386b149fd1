import { GripVertical } from "lucide";
import { Icon } from "@/components/kit/icon.tsx";

/** Where an item of a list is taken hold of with a pointer. By keyboard it is moved with Alt and the arrow keys. */
export function Grip() {
  return (
    <span class="grip" aria-hidden="true">
      <Icon of={GripVertical} size="sm" />
    </span>
  );
}
