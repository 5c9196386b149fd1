import type { ComponentChildren } from "preact";

/** Opens a mail that is written already; where it is too long for a link, does instead what says so. */
export function MailButton({
  href,
  small = false,
  onTooLong,
  children,
}: {
  href: string | null;
  small?: boolean;
  onTooLong: () => void;
  children: ComponentChildren;
}) {
  const look = small ? "btn sm" : "btn";
  return href ? (
    <a class={look} href={href}>
      {children}
    </a>
  ) : (
    <button type="button" class={look} onClick={onTooLong}>
      {children}
    </button>
  );
}
