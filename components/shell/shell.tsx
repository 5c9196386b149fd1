import {
  CircleAlert,
  HardDrive,
  type IconNode,
  Menu as MenuIcon,
  Pin,
  Search,
  SquareArrowOutUpRight,
} from "lucide";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { DestinationLine } from "@/components/kit/destination-line.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import { searchKeys } from "@/components/kit/page-keys.ts";
import { Menu } from "@/components/kit/menu.tsx";
import { WhoMenu } from "@/components/kit/who-menu.tsx";
import { countedReminders } from "@/lib/state/reminders-apart.ts";
import type { ShellModel, ShellView } from "@/lib/state/shell.ts";
import { changedApart, firstSyncLine, newInRoom, syncLine } from "@/lib/state/sync-apart.ts";
import { LifeNav } from "./life-nav.tsx";
import { LocalLine } from "./local-line.tsx";
import { NavList } from "./nav-list.tsx";
import { navItems } from "./nav-items.ts";

/**
 * The frame of panel and workspace, one document laid out by its own width: narrow as the panel it has a header, wide
 * as a tab it has a navigation column.
 */
export function Shell({
  model,
  view,
  path,
  title,
  ownTitle,
  mainClass,
  offers,
  stops,
  footer,
  children,
}: {
  model: ShellModel;
  view: ShellView;
  /** The present path, for the mark in the navigation and for opening the same in a tab. */
  path: string;
  /** The page's one heading. */
  title: string;
  /** The page opens with a heading of its own, so that the narrow layout need not show the title. */
  ownTitle?: boolean;
  mainClass?: string;
  /** What is offered for calls, above the page. */
  offers?: ComponentChildren;
  /** Tabs of a meeting, under the life line. */
  stops?: ComponentChildren;
  /** The bottom edge: a capture line or the actions of the page. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  const who = () => (
    <WhoMenu
      name={view.partnerName}
      currentId={view.mentorship.id}
      others={view.others}
      onSwitch={(id) => void model.switchTo(id)}
      extra={[{ id: "new", label: i18n.t("shell.newMentorship"), onPick: () => goTo("/welcome") }]}
    />
  );
  const sync = firstSyncLine.value;
  const needs = sync?.isProblem ? `. ${sync.words}` : "";
  return (
    <div class="shell">
      <div class="frame">
        <NavList
          path={path}
          due={view.due + countedReminders.value}
          late={view.late}
          who={who()}
          apart={changedApart.value}
          fresh={newInRoom.value}
          local={<LocalLine sync={syncLine.value} />}
        />
        <div class="sheet">
          <header class="masthead">
            <div class="top">
              {who()}
              <h1 class="page-title">{title}</h1>
              {path !== "/search" && (
                <a class="icon-btn jump" href="#/search" title={i18n.t("search.title")}>
                  <Icon of={Search} />
                  <span class="sr">{i18n.t("search.jump")}</span>
                  <kbd>{searchKeys}</kbd>
                </a>
              )}
              {!model.inTab.value && view.others.length > 1 && (
                <button
                  type="button"
                  class="icon-btn"
                  aria-pressed={model.staying.value}
                  aria-label={i18n.t("shell.stay")}
                  title={i18n.t("shell.stay")}
                  onClick={() => model.stay(!model.staying.value)}
                >
                  <Icon of={Pin} />
                </button>
              )}
              <Menu
                label={i18n.t("shell.menu") + needs}
                triggerClass="icon-btn narrow"
                end
                trigger={
                  <>
                    <Icon of={MenuIcon} />
                    {needs && <i class="dot" />}
                  </>
                }
                items={[
                  ...(sync
                    ? [
                        {
                          id: "sync",
                          label: iconed(needs ? CircleAlert : HardDrive, sync.words),
                          onPick: () => {
                            sync.open?.();
                            goTo(sync.href);
                          },
                        },
                      ]
                    : []),
                  ...navItems.map((item) => ({
                    id: item.path,
                    current: item.path === path,
                    label: iconed(item.icon, i18n.t(item.label)),
                    onPick: () => goTo(item.path),
                  })),
                ]}
              />
              {!model.inTab.value && (
                <button
                  type="button"
                  class="icon-btn"
                  aria-label={i18n.t("popup.openWorkspace")}
                  title={i18n.t("popup.openWorkspace")}
                  onClick={() => model.openInTab(path)}
                >
                  <Icon of={SquareArrowOutUpRight} flip />
                </button>
              )}
            </div>
            <LifeNav life={view.life} path={path} />
            {/* In a meeting the place belongs to the notes: nothing asks for what was never said. */}
            {path !== "/roadmap" && (view.mentorship.destination || !stops) && (
              <DestinationLine text={view.mentorship.destination ?? ""} onOpen={() => goTo("/roadmap")} />
            )}
          </header>
          {offers}
          {stops}
          <main class={mainClass ?? "page"} id="main" tabIndex={-1}>
            {!ownTitle && (
              <p class="page-title narrow-title" aria-hidden="true">
                {title}
              </p>
            )}
            {children}
          </main>
          {footer}
        </div>
      </div>
    </div>
  );
}

function iconed(icon: IconNode, words: string) {
  return (
    <>
      <Icon of={icon} />
      {words}
    </>
  );
}

function goTo(path: string): void {
  location.hash = path;
}
