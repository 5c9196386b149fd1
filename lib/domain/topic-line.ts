const longestTopic = 300;

/** A topic is one line; what is longer is cut, the record that it is about keeps it all. */
export function topicLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, " ");
  return line.length > longestTopic ? `${line.slice(0, longestTopic - 1)}…` : line;
}
