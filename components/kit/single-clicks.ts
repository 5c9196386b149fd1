/**
 * A double click ticks one thing. The row that was ticked leaves its list at once and the next one slides under the
 * pointer, so the second click of a pair would tick that too. Call once for a page.
 */
export function tickOnlyOnce(page: Document): void {
  page.addEventListener(
    "click",
    (event) => {
      const target = event.target;
      if (event.detail < 2 || !(target instanceof Element)) return;
      if (!target.closest(".check, .tick-blaze, label.main")) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
