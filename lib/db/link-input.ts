import { longestLine } from "@/lib/domain/limits.ts";
import { withoutPasscode } from "@/lib/domain/room-link.ts";
import { linkBehind } from "@/lib/domain/rooms/link-behind.ts";
import { UserError } from "@/lib/domain/user-error.ts";

/**
 * The link of a room; `null` for an empty field. Only web addresses, since it becomes something to click on: one that a
 * mail program wrapped, or that opens an application, is turned into its own. Without its passcode, since that would lie
 * here and in every backup.
 */
export function linkFrom(value: string | null | undefined): string | null {
  const text = linkBehind(value ?? "");
  if (!text) return null;
  const url = URL.parse(text.includes("://") ? text : `https://${text}`);
  if (!url || text.length > longestLine || url.username || url.password) throw new UserError("badLink");
  if ((url.protocol !== "https:" && url.protocol !== "http:") || !url.hostname.includes(".")) {
    throw new UserError("badLink");
  }
  return withoutPasscode(url.href);
}
