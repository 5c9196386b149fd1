import type { Requirements } from "./requirement.ts";

export const agreement: Requirements = {};
