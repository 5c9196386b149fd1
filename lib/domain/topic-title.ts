import { shortLine } from "./one-line.ts";

const longest = 300;

/** Words as the title of a topic, which is one line; what is longer is cut, the record keeps it all. */
export function topicTitle(text: string): string {
  return shortLine(text, longest);
}
