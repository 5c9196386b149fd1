import { inject } from "vitest";

/** As `_locales/en/messages.json` of the build: https://developer.chrome.com/docs/extensions/reference/api/i18n */
type Messages = Readonly<Record<string, { message: string }>>;

declare module "vitest" {
  interface ProvidedContext {
    messages: Messages;
  }
}

const messages = inject("messages");

/**
 * Code outside an extension has no `browser`. This is the part that everything shows its words with, on the real
 * messages; any other API stays missing, so a test that reaches for one fails instead of passing on a pretence.
 */
Object.assign(globalThis, {
  browser: {
    runtime: { id: "milepost-test" },
    i18n: { getMessage, getUILanguage: () => "en-US" },
  },
});

/** The `$1` … `$9` of a message replaced, `$$` for a dollar sign; an unknown name gives the empty string. */
function getMessage(name: string, substitutions: string | readonly string[] = []): string {
  if (name === "@@ui_locale") return "en_US";
  if (name === "@@bidi_dir") return "ltr";
  const values = [substitutions].flat();
  const { message } = messages[name] ?? { message: "" };
  return message.replaceAll(/\$([1-9$])/g, (_, sign: string) =>
    sign === "$" ? "$" : (values[Number(sign) - 1] ?? ""),
  );
}
