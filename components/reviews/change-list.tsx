import { ArrowLeft, ArrowRight, Check, Equal, type IconNode, Minus, PencilLine, Plus } from "lucide";
import { Icon } from "@/components/kit/icon.tsx";
import type { ReviewsView } from "@/lib/state/reviews-view.ts";
import { type ChangeLine, changeLines } from "@/lib/state/reviews-words.ts";

const icons: Record<ChangeLine["kind"], IconNode> = {
  reached: Check,
  later: ArrowRight,
  earlier: ArrowLeft,
  added: Plus,
  dropped: Minus,
  changed: PencilLine,
  same: Equal,
};

/** The same as the picture, in words. */
export function ChangeList({ view }: { view: ReviewsView }) {
  return (
    <ul class="tn-words">
      {changeLines(view).map(({ kind, sum, rest }, index) => (
        <li key={index}>
          <Icon of={icons[kind]} flip={kind === "later" || kind === "earlier"} />
          <span>
            <b class="strong">{sum}</b>
            {rest && (kind === "reached" ? `, ${rest}` : `: ${rest}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
