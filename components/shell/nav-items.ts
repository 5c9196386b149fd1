import {
  BookOpenText,
  Footprints,
  type IconNode,
  MessagesSquare,
  Route,
  Settings2,
  SquareCheck,
  Trash2,
} from "lucide";

/** The pages of the navigation, in the order of a week. */
export const navItems = [
  { path: "/today", label: "nav.today", icon: Footprints },
  { path: "/roadmap", label: "nav.goals", icon: Route },
  { path: "/meetings", label: "nav.meetings", icon: MessagesSquare },
  { path: "/actions", label: "nav.actions", icon: SquareCheck },
  { path: "/journal", label: "nav.journal", icon: BookOpenText },
  { path: "/trash", label: "trash.title", icon: Trash2 },
  { path: "/settings/general", label: "nav.settings", icon: Settings2 },
] as const satisfies readonly { path: string; label: string; icon: IconNode }[];

export type NavItem = (typeof navItems)[number];
