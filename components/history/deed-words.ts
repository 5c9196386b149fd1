import { i18n } from "#i18n";
import { deeds } from "@/lib/domain/deeds.ts";
import type { TookBack } from "@/lib/domain/history.ts";

/** What an act did, in words; one of a newer or older version may have a name that is not known here. */
export function deedWords(did: string, tookBack: TookBack | null): string {
  if (!tookBack) return deedOf(did);
  return i18n.t(tookBack.redo ? "said.didAgain" : "said.tookBack", [deedOf(tookBack.did)]);
}

function deedOf(did: string): string {
  const deed = deeds.find((each) => each === did);
  return i18n.t(deed ? `deeds.${deed}` : "deeds.other");
}

/** Who did it and when: "You, Thu 3 Dec at 15:18:24". `null` is oneself, an empty name somebody unknown. */
export function byWhom(by: string | null, day: string, time: string): string {
  const who = by === null ? i18n.t("history.you") : by || i18n.t("history.somebody");
  return i18n.t("history.by", [who, day, time]);
}
