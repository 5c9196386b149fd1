/** How far from the lower edge a toast stands, pixels: above the capture line. */
const fromEdge = 68;

/** Whether a toast at the bottom would cover the field that is written in, or a primary button. */
export function isInTheWay(toast: HTMLElement): boolean {
  const { left, right, height } = toast.getBoundingClientRect();
  const bottom = innerHeight - fromEdge;
  const covers = (box: DOMRect): boolean =>
    box.left < right && box.right > left && box.top < bottom && box.bottom > bottom - height;
  const written = whereWritten();
  if (written && covers(written)) return true;
  return [...document.querySelectorAll(".btn.primary")].some((button) =>
    covers(button.getBoundingClientRect()),
  );
}

function whereWritten(): DOMRect | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return undefined;
  // Notes fill the panel: what matters in them is the line of the cursor.
  if (field.isContentEditable) {
    const at = getSelection()?.focusNode;
    const line = (at instanceof Element ? at : at?.parentElement)?.closest(".cm-line");
    return line?.getBoundingClientRect();
  }
  return field.matches("input, textarea, select") ? field.getBoundingClientRect() : undefined;
}
