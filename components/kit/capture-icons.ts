import { Feather, Gavel, Handshake, HeartHandshake, type IconNode } from "lucide";
import type { CaptureKind } from "@/lib/domain/vocabulary.ts";
import { lineIcons } from "./line-icons.ts";

/** The mark of each kind of thing that is taken down. */
export const captureIcons: Record<CaptureKind, IconNode> = {
  ...lineIcons,
  decision: Gavel,
  reflection: Feather,
  thanks: HeartHandshake,
  touch: Handshake,
};
