import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { openSearchPanel } from "@codemirror/search";
import type { EditorView } from "@codemirror/view";
import { createElement, Clock3, Heading2, type IconNode, List, ListTodo, Search } from "lucide";
import { i18n } from "#i18n";
import { captureIcons } from "@/components/kit/capture-icons.ts";
import { elapsed } from "@/lib/i18n/dates.ts";

export interface MenuContext {
  /** Since the start of the meeting; `null` where the clock does not run. */
  elapsedSeconds: () => number | null;
  /** Who may be meant by `@`. */
  names: () => readonly string[];
}

/** What stands before the words of a line and stays before a mark: bullets, numbers, quotes. */
const opening = /^\s*(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?/u;

const marks = [
  ["action", "! "],
  ["question", "? "],
  ["decision", "=> "],
  ["advice", "advice: "],
  ["feedback", "fb: "],
  ["win", "win: "],
  ["lesson", "lesson: "],
  ["outcome", "outcome: "],
  ["concern", "concern: "],
  ["obstacle", "obstacle: "],
] as const;

const shapes = [
  ["heading", "## ", Heading2],
  ["list", "- ", List],
  ["task", "- [ ] ", ListTodo],
] as const;

/** The menu behind `/`, and names behind `@`. */
export function noteMenu(context: MenuContext) {
  return autocompletion({
    override: [(at) => slashMenu(at, context), (at) => ownerMenu(at, context)],
    icons: false,
    tooltipClass: () => "note-menu",
    addToOptions: [{ render: (option) => iconOf(option), position: 20 }],
  });
}

type MenuItem = Completion & { icon?: IconNode };

function iconOf({ icon, type }: MenuItem): Node | null {
  if (!icon) return null;
  const place = document.createElement("span");
  place.className = `k-${type ?? ""}`;
  place.append(createElement(icon, { class: "i", "aria-hidden": "true" }));
  return place;
}

function slashMenu(at: CompletionContext, context: MenuContext): CompletionResult | null {
  const typed = at.matchBefore(/(?:^|(?<=\s))\/[\p{L}]*/u);
  if (!typed) return null;
  const seconds = context.elapsedSeconds();
  const options: MenuItem[] = [
    ...marks.map(([kind, mark]) => ({
      label: `/${i18n.t(`kinds.${kind}`)}`,
      displayLabel: i18n.t(`kinds.${kind}`),
      detail: mark.trim(),
      type: kind,
      icon: captureIcons[kind],
      apply: markLine(mark),
    })),
    ...(seconds === null
      ? []
      : [
          {
            label: `/${i18n.t("notes.menu.time")}`,
            displayLabel: i18n.t("notes.menu.time"),
            detail: elapsed(seconds),
            icon: Clock3,
            apply: markLine(`[${elapsed(seconds)}] `),
          },
        ]),
    ...shapes.map(([name, mark, icon]) => ({
      label: `/${i18n.t(`notes.menu.${name}`)}`,
      displayLabel: i18n.t(`notes.menu.${name}`),
      detail: mark.trim(),
      icon,
      apply: markLine(mark),
    })),
    {
      label: `/${i18n.t("notes.menu.find")}`,
      displayLabel: i18n.t("notes.menu.find"),
      icon: Search,
      apply: (view, _option, from, to) => {
        view.dispatch({ changes: { from, to } });
        openSearchPanel(view);
      },
    },
  ];
  const ordered = options.map((option, index) => ({ ...option, boost: -index }));
  return { from: typed.from, options: ordered, validFor: /^\/[\p{L}]*$/u };
}

/** Puts a mark before the words of the line that the menu was asked for in, wherever in it. */
function markLine(mark: string) {
  return (view: EditorView, _option: Completion, from: number, to: number): void => {
    const line = view.state.doc.lineAt(from);
    const head = mark.startsWith("-") || mark.startsWith("#") ? "" : (opening.exec(line.text)?.[0] ?? "");
    const at = Math.min(line.from + head.length, from);
    view.dispatch({
      changes: [
        { from: at, insert: mark },
        { from, to },
      ],
      selection: { anchor: from + mark.length },
      userEvent: "input.complete",
    });
  };
}

function ownerMenu(at: CompletionContext, context: MenuContext): CompletionResult | null {
  const typed = at.matchBefore(/(?:^|(?<=[\s(,]))@[\p{L}]*/u);
  if (!typed) return null;
  return {
    from: typed.from,
    options: context.names().map((name, index) => ({ label: `@${name}`, apply: `@${name} `, boost: -index })),
    validFor: /^@[\p{L}]*$/u,
  };
}
