import type { Requirements } from "./requirement.ts";

export const goals: Requirements = {};
