import { ChevronDown, type IconNode } from "lucide";
import { i18n } from "#i18n";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";

/** What kind of thing is being written down, and the way to another kind. */
export function KindMenu<Kind extends CaptureKind>({
  kind,
  kinds,
  icons,
  named,
  onChoose,
}: {
  kind: Kind;
  kinds: readonly Kind[];
  icons: Record<Kind, IconNode>;
  /** Says the kind in a word too, where there is room. */
  named?: boolean;
  onChoose: (kind: Kind) => void;
}) {
  return (
    <Menu
      label={i18n.t("capture.kind", [i18n.t(`kinds.${kind}`)])}
      triggerClass={named ? `btn sm k-${kind}` : `icon-btn sm k-${kind}`}
      trigger={
        <>
          <span class="kind">
            <Icon of={icons[kind]} size={named ? "sm" : undefined} />
          </span>
          {named && i18n.t(`kinds.${kind}`)}
          {named && <Icon of={ChevronDown} size="sm" />}
        </>
      }
      items={kinds.map((each) => ({
        id: each,
        current: each === kind,
        label: (
          <>
            <span class={`kind k-${each}`}>
              <Icon of={icons[each]} />
            </span>
            {i18n.t(`kinds.${each}`)}
          </>
        ),
        onPick: () => onChoose(each),
      }))}
    />
  );
}
