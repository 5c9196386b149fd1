/** A link longer than this is cut or refused by some programs for mail, and by Windows. In characters. */
const longestMailLink = 2_000;

export interface Mail {
  /** Empty where the address is not known: the mail program asks. */
  to: string;
  subject: string;
  body: string;
}

/**
 * The link that opens a mail which is written already (RFC 6068). Nothing is sent by it.
 * @returns `null` where the mail is too long for a link
 */
export function mailLink({ to, subject, body }: Mail): string | null {
  const lines = body.replaceAll(/\r?\n/gu, "\r\n");
  const link = `mailto:${encoded(to)}?subject=${encoded(subject)}&body=${encoded(lines)}`;
  return link.length > longestMailLink ? null : link;
}

/** The first mail address in a text that a person wrote; empty without one. */
export function mailAddressIn(text: string): string {
  return /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u.exec(text)?.[0] ?? "";
}

function encoded(words: string): string {
  return encodeURIComponent(words.toWellFormed());
}
