import { ClockAlert } from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { Brand } from "@/components/kit/brand.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { type NavItem, navItems } from "./nav-items.ts";

/** The navigation column of the workspace; narrow it is not there, and the header's menu leads the same ways. */
export function NavList({
  path,
  due,
  late,
  who,
  apart,
  fresh,
  local,
}: {
  path: string;
  due: number;
  late: number;
  who: ComponentChildren;
  /** What was changed in two places and waits for a choice. */
  apart: number;
  /** What is new in the room. */
  fresh: number;
  /** Where everything is kept, at the foot. */
  local: ComponentChildren;
}) {
  const atFoot = (item: NavItem): boolean => item.path === "/trash" || item.path.startsWith("/settings");
  const pages = navItems.filter((item) => !atFoot(item));
  const link = (item: NavItem) => (
    <li key={item.path}>
      <a
        href={`#${item.path}`}
        title={i18n.t(item.label)}
        aria-current={section(path) === section(item.path) ? "page" : undefined}
      >
        <Icon of={item.icon} />
        <span class="t">{i18n.t(item.label)}</span>
        {item.path === "/today" && due > 0 && <span class="n">{due}</span>}
        {item.path === "/settings/general" && apart > 0 && (
          <Counted count={apart} words={i18n.t("sync.conflicts.count", apart)} />
        )}
        {item.path === "/room" && fresh > 0 && <Counted count={fresh} words={i18n.t("nav.fresh", fresh)} />}
        {item.path === "/actions" && late > 0 && (
          <span class="n late" title={i18n.t("nav.late", late)}>
            <Icon of={ClockAlert} size="sm" />
            <span class="sr">{i18n.t("nav.late", late)}</span>
            <span aria-hidden="true">{late}</span>
          </span>
        )}
      </a>
    </li>
  );
  return (
    <nav class="nav" aria-label={i18n.t("nav.main")}>
      <a class="brand" href="#/today" aria-label={i18n.t("common.milepost")}>
        <Brand />
        <span>{i18n.t("common.milepost")}</span>
      </a>
      {who}
      <ul>{pages.map(link)}</ul>
      <div class="foot">
        <ul>{navItems.filter(atFoot).map(link)}</ul>
        {local}
      </div>
    </nav>
  );
}

/** A number, and what it counts for those who do not see beside what it stands. */
function Counted({ count, words }: { count: number; words: string }) {
  return (
    <span class="n" title={words}>
      <span class="sr">{words}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}

/** `/goals/ID` and the templates belong to the roadmap, `/settings/about` to the settings. */
function section(path: string): string {
  const first = path.split("/")[1] ?? "";
  return first === "goals" || first === "templates" ? "roadmap" : first;
}
