import * as z from "zod/mini";
import { browser } from "wxt/browser";
import { Id, Instant } from "@/lib/domain/envelope.ts";

/** Both are kept for as long as the browser runs, and survive the background. No address is ever in them. */
const seenKey = "calls";
const saidKey = "calls-said";

/** What was seen of a tab. Written by the background alone. */
export const SeenCall = z.object({
  tabId: z.int(),
  /** The tab is still there. */
  open: z.boolean(),
  audible: z.boolean(),
  memory: z.object({
    platform: z.string(),
    key: z.nullable(z.string()),
    state: z.enum(["room", "launcher", "shell", "ended", "left"]),
    sinceAt: Instant,
    seenAt: Instant,
  }),
  /** The meeting that the call was taken for when it began; the next one of the room is another. */
  meetingId: z.nullable(Id),
});
export type SeenCall = z.infer<typeof SeenCall>;

/** What a person said to a call, by tab. Written by pages alone, so that the two never write over each other. */
export const SaidCall = z.object({
  tabId: z.int(),
  /** The room it was said of, or the platform where none is named. */
  of: z.string(),
  /** When the call began that it was said of, epoch ms; 0 where the background had not seen it yet. */
  sinceAt: Instant,
  /** The notes were opened or not wanted: they are offered once. */
  notes: z.boolean(),
  /** The wrap-up was opened or not wanted. */
  wrapUp: z.boolean(),
  /** Whose call it is, where that was chosen. */
  meetingId: z.nullable(Id),
  at: Instant,
});
export type SaidCall = z.infer<typeof SaidCall>;

export interface Calls {
  seen: SeenCall[];
  said: SaidCall[];
}

export async function readCalls(): Promise<Calls> {
  const stored = await browser.storage.session.get([seenKey, saidKey]);
  return { seen: listOf(SeenCall, stored[seenKey]), said: listOf(SaidCall, stored[saidKey]) };
}

/** For the background alone. */
export async function writeSeenCalls(seen: readonly SeenCall[]): Promise<void> {
  await browser.storage.session.set({ [seenKey]: seen });
}

/** For the background alone: leaves only the calls on these platforms, and what was said of them. */
export async function keepCallsOn(platforms: ReadonlySet<string>): Promise<void> {
  const { seen, said } = await readCalls();
  await browser.storage.session.set({
    [seenKey]: seen.filter(({ memory }) => platforms.has(memory.platform)),
    [saidKey]: said.filter(({ of }) => platforms.has(of.split(":")[0] ?? "")),
  });
}

/** More than can be in use: what was said longest ago is forgotten. */
const mostSaid = 50;

/** For pages alone. What was said of the same call before is replaced. */
export async function writeSaidCall(said: SaidCall): Promise<void> {
  const others = (await readCalls()).said.filter(
    ({ tabId, sinceAt }) => tabId !== said.tabId || sinceAt !== said.sinceAt,
  );
  await browser.storage.session.set({ [saidKey]: [said, ...others].slice(0, mostSaid) });
}

/** Calls when any context wrote. */
export function onCallsChanged(handle: () => void): () => void {
  browser.storage.session.onChanged.addListener(handle);
  return () => browser.storage.session.onChanged.removeListener(handle);
}

function listOf<T>(schema: z.ZodMiniType<T>, stored: unknown): T[] {
  const parsed = z.array(schema).safeParse(stored);
  return parsed.success ? parsed.data : [];
}
