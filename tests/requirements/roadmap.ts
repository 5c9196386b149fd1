import type { Requirements } from "./requirement.ts";

export const roadmap: Requirements = {};
