/** What a test uses of a later version of the code; see `later-version.ts`. */
export { deleteForGood } from "@/lib/db/trash.ts";
export { mutate } from "@/lib/db/mutate.ts";
export { realBrowser } from "./two-databases.ts";
