/** An engine without one of its guards. What is to be found is found exactly once in the file, or the list is stale. */
export interface Mutant {
  name: string;
  file: string;
  find: string;
  put: string;
  /** What notices it: random runs, or a case made for it where they meet it too rarely. */
  noticedBy: "runs" | "scenario";
}

export const mutants: readonly Mutant[] = [
  {
    name: "a batch is known to be read before its rows are written",
    file: "lib/sync/pull.ts",
    find: "    { ops, applied: [...hashes], clock: latestStamp(ops) },",
    put: "    { applied: [...hashes] },\n  );\n  await save(session, {}, { ops, clock: latestStamp(ops) },",
    noticedBy: "runs",
  },
  {
    name: "the clock does not follow what comes in",
    file: "lib/sync/pull.ts",
    find: "applied: [...hashes], clock: latestStamp(ops) }",
    put: "applied: [...hashes] }",
    noticedBy: "runs",
  },
  {
    name: "what cannot be read is skipped",
    file: "lib/sync/pull.ts",
    find: "    harvest.missing.push({ ...link, since: session.now(), why: batch });\n",
    put: "    harvest.hashes.add(hash);\n",
    noticedBy: "runs",
  },
  {
    name: "what is written is not read back",
    file: "lib/sync/session.ts",
    find: "if (!back || !sameBytes(back, bytes))",
    put: "if (!back)",
    noticedBy: "runs",
  },
  {
    name: "batches are removed before the snapshot is known to be whole",
    file: "lib/sync/snapshot.ts",
    find: "  const parts: Ref[] = [];\n  for",
    put: '  const parts: Ref[] = [];\n  await removeCovered({ ...session, state: { ...session.state, snapshots: [{ id: "", at: 0, seq: session.state.seq }] } }, new Set(covers), session.now());\n  for',
    noticedBy: "runs",
  },
  {
    name: "markers of a copy of the profile are removed",
    file: "lib/sync/push.ts",
    find: 'let own = listed.filter(({ ref }) => known.get(hashOf(ref)) === "mine");',
    put: "let own = heads.filter(({ ref }) => known.size < 0 || ref);",
    noticedBy: "runs",
  },
  {
    name: "stamps do not tell writers apart",
    file: "lib/domain/hlc.ts",
    find: "  return a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0;",
    put: "  return 0;",
    noticedBy: "scenario",
  },
  {
    name: "of two values with one stamp the first that came stays",
    file: "lib/domain/merge.ts",
    find: "  return value !== ownValue && canonicalJson(value) > canonicalJson(ownValue);",
    put: "  return false;",
    noticedBy: "scenario",
  },
  {
    name: "the old marker is removed before the new one is there",
    file: "lib/sync/push.ts",
    find: "  await session.store.put(markerName(marker), oneByte);\n  await saveSent(",
    put: "  for (const name of (await session.store.list('h')).names) if (name.startsWith(writer)) await session.store.remove(`h/${name}`);\n  await session.store.put(markerName(marker), oneByte);\n  await saveSent(",
    noticedBy: "runs",
  },
  {
    name: "a name is used again",
    file: "lib/sync/push.ts",
    find: "ref = `${hash}~${session.randomHex(8)}`;",
    put: "ref = `${hash}~00000000`;",
    noticedBy: "scenario",
  },
  {
    name: "tries are counted",
    file: "lib/sync/push.ts",
    find: "ref = `${hash}~${session.randomHex(8)}`;",
    put: 'ref = `${hash}~${(parseInt(pending.ref?.slice(17) ?? "0", 16) + 1).toString(16).padStart(8, "0")}`;',
    noticedBy: "scenario",
  },
  {
    name: "what was known to be in the store is not looked for",
    file: "lib/sync/look.ts",
    find: "  for (const [writer, known] of Object.entries(session.state.heads)) {",
    put: "  for (const [writer, known] of Object.entries(session.state.heads).slice(0, 0)) {",
    noticedBy: "runs",
  },
  {
    name: "a copied profile is not noticed",
    file: "lib/sync/look.ts",
    find: "  if (foreign.length === 0) return;",
    put: "  if (foreign.length >= 0) return;",
    noticedBy: "scenario",
  },
  {
    name: "a snapshot holds what was not sent",
    file: "lib/sync/snapshot.ts",
    find: "  if (session.state.pending || hasUnsent) return;",
    put: "  if (session.state.pending && hasUnsent) return;",
    noticedBy: "scenario",
  },
  {
    name: "the mark of the store is not looked at",
    file: "lib/sync/look.ts",
    find: "  if (known && (marks.includes(known) ||",
    put: "  if (known && (known || marks.includes(known) ||",
    noticedBy: "scenario",
  },
  {
    name: "what covers a hole does not say so",
    file: "lib/sync/wire.ts",
    find: "misses: misses.map(({ writer, seq, ref }) => ({ writer, seq, ref }))",
    put: "misses: misses.slice(0, 0)",
    noticedBy: "runs",
  },
  {
    name: "what is gone once is given up",
    file: "lib/sync/pull.ts",
    find: "const timesGone = 3;",
    put: "const timesGone = 1;",
    noticedBy: "scenario",
  },
];
