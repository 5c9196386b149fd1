import type { Requirements } from "./requirement.ts";

export const lifecycle: Requirements = {};
