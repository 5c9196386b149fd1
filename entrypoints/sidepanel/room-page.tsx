import "@/components/styles/room.css";
import "@/components/styles/sync.css";
import "@/components/styles/agreement.css";
import { RoomScreen } from "@/components/room/room-screen.tsx";
import { createRoom } from "@/lib/state/room.ts";
import { createRoomStorage } from "@/lib/state/room-storage.ts";
import { roomPort } from "./room-port.ts";
import { useModelOf } from "./use-model.ts";

/** What two people share. Loaded apart. */
export function RoomPage() {
  return (
    <RoomScreen
      model={useModelOf(() => createRoom(roomPort), [])}
      storage={useModelOf(createRoomStorage, [])}
    />
  );
}
