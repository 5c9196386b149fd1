import type { Requirements } from "./requirement.ts";

export const people: Requirements = {};
