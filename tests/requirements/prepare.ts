import type { Requirements } from "./requirement.ts";

export const prepare: Requirements = {};
