import { initials } from "@/lib/domain/person-name.ts";

/** Initials on a disc, drawn by the style sheet: decoration beside a name that is written out, and no text of its own. */
export function Avatar({ name, me }: { name: string; me?: boolean }) {
  return <span class={me ? "avatar me" : "avatar"} data-initials={initials(name)} aria-hidden="true" />;
}
