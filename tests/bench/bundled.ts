import { join } from "node:path";
import { build } from "vite";
import { repositoryRoot } from "../harness/folders.ts";

/**
 * A module with all that it needs, as one file for a page of an extension.
 * @param entry below the root of the repository
 * @param external what is left out
 */
export async function bundled(entry: string, external: readonly string[] = []): Promise<string> {
  const built = await build({
    configFile: false,
    root: repositoryRoot,
    logLevel: "error",
    resolve: { alias: { "@": repositoryRoot } },
    build: {
      write: false,
      target: "chrome146",
      lib: { entry: join(repositoryRoot, entry), formats: ["es"], fileName: "page" },
      rolldownOptions: { external: [...external], output: { codeSplitting: false, minify: true } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
