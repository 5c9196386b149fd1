import { holderId, verifyingKey } from "@/lib/sync/identity.ts";
import { type SpaceKeys, standing } from "@/lib/sync/keys.ts";
import { codeIdentity } from "@/lib/sync/open-space.ts";
import { CodeError } from "@/lib/sync/recovery-code.ts";

/** Whether this is the recovery code with which the space can be opened now. */
export async function isCodeOf(keys: unknown, typed: string): Promise<boolean> {
  const own = keys as SpaceKeys;
  try {
    const id = await holderId(own.space, await verifyingKey(await codeIdentity(typed)));
    return standing(own).holders.some((holder) => holder.kind === "code" && holder.id === id);
  } catch (error) {
    if (error instanceof CodeError) return false;
    throw error;
  }
}
