/** What is posted to the thread of a room, or copied from the journal. */
export const postKinds = ["reflection", "question", "result", "advice", "feedback", "summary"] as const;
export type PostKind = (typeof postKinds)[number];

/** What two people share. A question of the agenda is a topic. */
export const sharedKinds = [
  "agreement",
  "goal",
  "milestone",
  "topic",
  "commitment",
  "resource",
  ...postKinds,
] as const;
export type SharedKind = (typeof sharedKinds)[number];
