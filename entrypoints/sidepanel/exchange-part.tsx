import "@/components/styles/room.css";
import { ExchangeSection } from "@/components/room/exchange-section.tsx";
import { createRoom } from "@/lib/state/room.ts";
import { roomPort } from "./room-port.ts";
import { useModelOf } from "./use-model.ts";

/** The exchange with the other person among the settings. Loaded apart. */
export function ExchangePart() {
  return <ExchangeSection model={useModelOf(() => createRoom(roomPort), [])} />;
}
