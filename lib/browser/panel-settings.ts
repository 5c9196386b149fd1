import { setting } from "./settings.ts";

/** On every tab, or only on the one that the panel was opened on: a screen that is shown to others holds no notes then. */
export const panelPlaces = ["everywhere", "here"] as const;
export type PanelPlace = (typeof panelPlaces)[number];
export const panelPlaceSetting = setting<PanelPlace>("settings.panelPlace", "everywhere", (stored) =>
  panelPlaces.find((place) => place === stored),
);

/** The panel stays with the mentorship that it shows, whatever tab comes to the front. */
export const staySetting = setting("settings.stay", false, (stored) =>
  typeof stored === "boolean" ? stored : undefined,
);
