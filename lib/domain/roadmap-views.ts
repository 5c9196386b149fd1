/** The ways to look at a roadmap. */
export const roadmapViews = ["goals", "picture", "board", "table"] as const;
export type RoadmapViewName = (typeof roadmapViews)[number];
