import { builtExtension } from "./folders.ts";

/**
 * Before the end-to-end tests: they run on production builds, never on a development server.
 * @throws with the command to run when a build is missing.
 */
export function setup(): void {
  builtExtension("chrome");
  builtExtension("firefox");
}
