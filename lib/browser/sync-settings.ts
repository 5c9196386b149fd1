import { setting } from "./settings.ts";

/** When the person was last asked whether they have the recovery code, and wanted to be asked later. Epoch ms. */
export const codeAskedSetting = setting("sync.codeAsked", 0, (stored) =>
  typeof stored === "number" && Number.isFinite(stored) ? stored : undefined,
);
