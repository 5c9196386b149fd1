/** Where a requirement is tested: the file below `tests/` and the title of a test in it; or why there is nothing to test. */
export type Proof = { file: string; test: string } | { wordingOnly: string };

export type Requirements = Readonly<Record<string, readonly Proof[]>>;

/** @param file below `tests/` */
export function tested(file: string, ...titles: readonly string[]): readonly Proof[] {
  return titles.map((test) => ({ file, test }));
}
