import { browser } from "wxt/browser";
import { reminderSetting } from "./reminder-settings.ts";
import {
  badgeSetting,
  notifySetting,
  type Setting,
  singleKeysSetting,
  stageWordingSetting,
  themeSetting,
} from "./settings.ts";
import { lockNotesSetting } from "./note-settings.ts";
import { panelPlaceSetting, staySetting } from "./panel-settings.ts";

/** The settings that go with the data; the others are of this browser. */
const travelling = [
  travels(themeSetting),
  travels(notifySetting),
  travels(badgeSetting),
  travels(reminderSetting),
  travels(stageWordingSetting),
  travels(singleKeysSetting),
  travels(lockNotesSetting),
  travels(staySetting),
  travels(panelPlaceSetting),
];

function travels<T>({ key, parse, write }: Setting<T>) {
  return {
    key,
    parse,
    async choose(raw: unknown): Promise<void> {
      const value = parse(raw);
      if (value !== undefined) await write(value);
    },
  };
}

/** What was chosen, one row for each setting that was. */
export async function settingRows(): Promise<{ key: string; value: unknown }[]> {
  const stored = await browser.storage.local.get(travelling.map(({ key }) => key));
  return travelling.flatMap(({ key, parse }) => {
    const value = parse(stored[key]);
    return value === undefined ? [] : [{ key, value }];
  });
}

/** Chooses what rows from outside say. What is not known, or cannot be, is left as it is. */
export async function applySettingRows(rows: readonly { key: string; value: unknown }[]): Promise<void> {
  for (const { key, value } of rows) await travelling.find((each) => each.key === key)?.choose(value);
}

/** The same, and what no row tells of is as if it had never been chosen. */
export async function replaceSettingRows(rows: readonly { key: string; value: unknown }[]): Promise<void> {
  const told = new Set(rows.map(({ key }) => key));
  await browser.storage.local.remove(travelling.flatMap(({ key }) => (told.has(key) ? [] : [key])));
  await applySettingRows(rows);
}
