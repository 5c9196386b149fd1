import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  search,
  searchKeymap,
  SearchQuery,
  setSearchQuery,
} from "@codemirror/search";
import { EditorView, keymap, type Panel } from "@codemirror/view";
import { ChevronDown, ChevronUp, createElement, type IconNode, X } from "lucide";
import { i18n } from "#i18n";

/** Counting goes no further: nobody reads the number then. */
const mostCounted = 999;

/** Ctrl+F in the notes: the browser's own search does not see the lines that are out of sight. */
export const noteFind = [
  search({ createPanel: findPanel }),
  keymap.of(searchKeymap.filter(({ key }) => key === "Mod-f" || key === "F3" || key === "Mod-g")),
];

function findPanel(view: EditorView): Panel {
  const field = document.createElement("input");
  field.className = "input";
  field.type = "search";
  field.value = getSearchQuery(view.state).search;
  field.setAttribute("main-field", "true");
  for (const name of ["aria-label", "placeholder"]) field.setAttribute(name, i18n.t("notes.find.name"));
  const count = document.createElement("span");
  count.className = "meta nowrap";
  count.setAttribute("role", "status");

  const tell = (): void => {
    const query = getSearchQuery(view.state);
    if (!query.search) {
      count.textContent = "";
      return;
    }
    const chosen = view.state.selection.main;
    let total = 0;
    let place = 0;
    const matches = query.getCursor(view.state);
    for (let next = matches.next(); !next.done && total < mostCounted; next = matches.next()) {
      total += 1;
      if (next.value.from === chosen.from && next.value.to === chosen.to) place = total;
    }
    count.textContent =
      total === 0
        ? i18n.t("notes.find.nothing")
        : place > 0
          ? i18n.t("notes.find.place", [String(place), String(total)])
          : i18n.t("notes.find.count", total);
  };
  const button = (icon: IconNode, name: string, act: () => void): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "icon-btn sm";
    made.title = name;
    made.setAttribute("aria-label", name);
    made.append(createElement(icon, { class: "i sm", "aria-hidden": "true" }));
    made.addEventListener("click", act);
    return made;
  };
  field.addEventListener("input", () => {
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: field.value, literal: true })) });
    showFrom(view);
    tell();
  });
  const dom = document.createElement("div");
  dom.className = "note-find";
  dom.setAttribute("role", "search");
  dom.append(
    field,
    count,
    button(ChevronUp, i18n.t("notes.find.previous"), () => findPrevious(view)),
    button(ChevronDown, i18n.t("notes.find.next"), () => findNext(view)),
    button(X, i18n.t("notes.find.close"), () => closeAndReturn(view)),
  );
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeAndReturn(view);
    else if (event.key === "Enter" && event.target === field)
      (event.shiftKey ? findPrevious : findNext)(view);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    dom,
    mount() {
      field.select();
      tell();
    },
    update(update) {
      if (update.docChanged || update.selectionSet) tell();
    },
  };
}

/** The next place from the cursor on, or the first. Not by the command: it would select what is being typed. */
function showFrom(view: EditorView): void {
  const query = getSearchQuery(view.state);
  if (!query.search) return;
  const { from } = view.state.selection.main;
  let next = query.getCursor(view.state, from).next();
  if (next.done) next = query.getCursor(view.state).next();
  if (next.done) return;
  view.dispatch({
    selection: { anchor: next.value.from, head: next.value.to },
    effects: EditorView.scrollIntoView(next.value.from, { y: "center" }),
  });
}

function closeAndReturn(view: EditorView): void {
  closeSearchPanel(view);
  view.focus();
}
