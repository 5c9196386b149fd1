import { reportError } from "./report-error.ts";
import { type Theme, themeSetting } from "./settings.ts";

/** Shows the page in the chosen theme, and follows when it is chosen anew in another window. */
export async function applyTheme(): Promise<void> {
  try {
    show(await themeSetting.read());
    themeSetting.watch(show);
  } catch (error) {
    reportError("theme", error);
  }
}

function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
