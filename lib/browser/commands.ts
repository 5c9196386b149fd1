import { browser } from "wxt/browser";

/** The keys that open the popup and the panel right now, empty where none is set. */
export async function shortcuts(): Promise<{ popup: string; panel: string }> {
  const commands = await browser.commands.getAll();
  const keyOf = (...names: string[]): string =>
    commands.find((command) => command.name && names.includes(command.name))?.shortcut ?? "";
  return {
    popup: keyOf("_execute_action"),
    panel: keyOf("open-panel", "_execute_sidebar_action"),
  };
}

/** Hears the command that opens the panel. The handler gets the window and must open it without waiting. */
export function onOpenPanelCommand(handle: (windowId: number | undefined) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "open-panel") handle(tab?.windowId);
  });
}

/** Opens the browser's own page where the keys are changed; an extension cannot change them itself. */
export async function openShortcutSettings(): Promise<void> {
  if (import.meta.env.BROWSER === "firefox") {
    // Firefox 137 and later; Chrome's types do not know it.
    const commands = browser.commands as unknown as { openShortcutSettings(): Promise<void> };
    await commands.openShortcutSettings();
  } else {
    await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
  }
}
