import { effect, type ReadonlySignal } from "@preact/signals";
import { render } from "preact";
import "@/components/styles/away.css";
import { AwayCover } from "@/components/shell/away-cover.tsx";
import { createPanelPlace } from "@/lib/state/panel-place.ts";

/** Covers the panel on tabs on which it is not wanted. What is under it stays as it is: half a word, and where it was typed. */
export function keepPlace(app: HTMLElement, windowId: number, asked: ReadonlySignal<number>): void {
  const model = createPanelPlace(windowId, asked);
  const cover = document.createElement("div");
  document.body.append(cover);
  render(<AwayCover model={model} />, cover);
  effect(() => {
    app.hidden = model.away.value;
  });
}
