import { reportError } from "./report-error.ts";
import { singleKeysSetting } from "./settings.ts";

/** Whether keys without Ctrl or Alt do something now, following the setting. */
export function followSingleKeys(): () => boolean {
  let wanted = true;
  singleKeysSetting.read().then(
    (value) => {
      wanted = value;
    },
    (error: unknown) => reportError("setting", error),
  );
  singleKeysSetting.watch((value) => {
    wanted = value;
  });
  return () => wanted;
}
