import { Bell } from "lucide";
import { i18n } from "#i18n";
import type { Id } from "@/lib/domain/envelope.ts";
import type { Remindable } from "@/lib/domain/remindable.ts";
import { remindPath } from "@/lib/state/paths.ts";
import { Icon } from "./icon.tsx";

/** The way to the reminders of a record, where one of its own is set. */
export function RemindLink({ table, id, title }: { table: Remindable; id: Id; title: string }) {
  return (
    <a
      class="btn sm quiet"
      href={`#${remindPath(table, id)}`}
      aria-label={i18n.t("reminders.set.name", [title])}
    >
      <Icon of={Bell} size="sm" />
      {i18n.t("reminders.set.title")}
    </a>
  );
}
