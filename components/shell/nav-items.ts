import {
  Backpack,
  Bookmark,
  BookOpenText,
  DoorOpen,
  Footprints,
  GitCompareArrows,
  type IconNode,
  MessagesSquare,
  Route,
  Scale,
  ScrollText,
  Settings2,
  SquareCheck,
  Trash2,
  UsersRound,
} from "lucide";

/** The pages of the navigation, in the order of a week. */
export const navItems = [
  { path: "/today", label: "nav.today", icon: Footprints },
  { path: "/roadmap", label: "nav.goals", icon: Route },
  { path: "/meetings", label: "nav.meetings", icon: MessagesSquare },
  { path: "/actions", label: "nav.actions", icon: SquareCheck },
  { path: "/journal", label: "nav.journal", icon: BookOpenText },
  { path: "/resources", label: "nav.resources", icon: Bookmark },
  { path: "/prepare", label: "nav.prepare", icon: Backpack },
  { path: "/agreement", label: "nav.agreement", icon: ScrollText },
  { path: "/expectations", label: "nav.expectations", icon: Scale },
  { path: "/reviews", label: "nav.reviews", icon: GitCompareArrows },
  { path: "/room", label: "room.title", icon: DoorOpen },
  { path: "/people", label: "nav.people", icon: UsersRound },
  { path: "/trash", label: "trash.title", icon: Trash2 },
  { path: "/settings/general", label: "nav.settings", icon: Settings2 },
] as const satisfies readonly { path: string; label: string; icon: IconNode }[];

export type NavItem = (typeof navItems)[number];
