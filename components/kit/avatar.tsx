import { initials } from "@/lib/domain/person-name.ts";

/** Initials on a disc. Decoration beside a name that is written out. */
export function Avatar({ name, me }: { name: string; me?: boolean }) {
  return (
    <span class={me ? "avatar me" : "avatar"} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
