import { setting } from "./settings.ts";

/** The panel stays with the mentorship that it shows, whatever tab comes to the front. */
export const staySetting = setting("settings.stay", false, (stored) =>
  typeof stored === "boolean" ? stored : undefined,
);
