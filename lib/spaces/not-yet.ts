/** To be built. */
export function notYet(..._what: unknown[]): Promise<never> {
  return Promise.reject(new Error("Not built yet."));
}
