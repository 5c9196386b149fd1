import { type ComponentChildren, createRef } from "preact";
import { useEffect, useId } from "preact/hooks";

export interface MenuItem {
  id: string;
  label: ComponentChildren;
  onPick: () => void;
  current?: boolean;
}

/**
 * A button that opens a small menu: arrow keys move, Enter picks, Escape and a click elsewhere close. Built on the
 * browser's popover, so that it lies above everything and never pushes the page about.
 */
export function Menu({
  label,
  trigger,
  triggerClass,
  items,
  end,
}: {
  /** Accessible name of the button. */
  label: string;
  trigger: ComponentChildren;
  triggerClass: string;
  items: readonly MenuItem[];
  /** Hangs from the button's end edge instead of its start. */
  end?: boolean;
}) {
  const id = useId();
  const button = createRef<HTMLButtonElement>();
  const list = createRef<HTMLDivElement>();

  useEffect(() => {
    const menu = list.current;
    const opener = button.current;
    if (!menu || !opener) return undefined;
    const placed = (event: ToggleEvent): void => {
      if (event.newState === "open") place(menu, opener, end ?? false);
    };
    const opened = (event: ToggleEvent): void => {
      if (event.newState === "open") optionsOf(menu)[0]?.focus();
    };
    menu.addEventListener("beforetoggle", placed);
    menu.addEventListener("toggle", opened);
    return () => {
      menu.removeEventListener("beforetoggle", placed);
      menu.removeEventListener("toggle", opened);
    };
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const menu = list.current;
    if (!menu) return;
    const options = optionsOf(menu);
    const at = options.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    options.at(next % options.length)?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={triggerClass}
        aria-label={label}
        aria-haspopup="menu"
        popovertarget={id}
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        class="menu"
        role="menu"
        popover="auto"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="menuitem"
            class={item.current ? "on" : ""}
            onClick={() => {
              list.current?.hidePopover();
              item.onPick();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

function optionsOf(menu: HTMLElement): HTMLButtonElement[] {
  return [...menu.querySelectorAll<HTMLButtonElement>("[role=menuitem]")];
}

/** Under the button, or above it where there is more room; never beyond the edge of a popup. */
function place(menu: HTMLElement, opener: HTMLElement, end: boolean): void {
  const box = opener.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const rtl = getComputedStyle(document.documentElement).direction === "rtl";
  const below = clientHeight - box.bottom;
  menu.style.inset = "auto";
  if (end !== rtl) menu.style.right = `${Math.max(8, clientWidth - box.right)}px`;
  else menu.style.left = `${Math.max(8, box.left)}px`;
  if (below < 220 && box.top > below) menu.style.bottom = `${clientHeight - box.top + 4}px`;
  else menu.style.top = `${box.bottom + 4}px`;
}
