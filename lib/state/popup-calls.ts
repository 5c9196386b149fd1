import { batch, computed, effect, signal } from "@preact/signals";
import { activeTab } from "@/lib/browser/tabs.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { roomOf } from "@/lib/domain/meeting-room.ts";
import { ownRoomOf } from "@/lib/domain/rooms/own-room.ts";
import { createCalls, type CallView, viewOfTab } from "./calls.ts";
import type { PopupModel } from "./popup.ts";

/** The calls in the popup: the one in the tab that it stands over, and what is offered for others. */
export function createPopupCalls(popup: PopupModel) {
  const calls = createCalls(popup.openAfter);
  const here = signal<CallView | null>(null);
  /** Which tab that is, once it was asked: what is offered for it is not said twice. */
  const tabId = signal<number | null>(null);

  const withSomebody = async (view: CallView): Promise<CallView> =>
    view.kind === "ask" && view.uses.length === 0 ? { ...view, uses: await calls.everybody() } : view;

  const show = async (claimed: boolean): Promise<void> => {
    const tab = await activeTab();
    const found = popup.call.peek();
    const view =
      found && (!found.never || claimed)
        ? viewOfTab(found)
        : tab && claimed
          ? claimedView(tab.id, tab.url)
          : null;
    const filled = view && (await withSomebody(view));
    batch(() => {
      here.value = filled;
      tabId.value = tab?.id ?? null;
    });
  };
  effect(() => {
    void popup.call.value;
    show(popup.claimed.value).catch((error: unknown) => reportError("calls", error));
  });
  return {
    model: {
      ...calls,
      never(view: CallView): void {
        here.value = null;
        calls.never(view);
      },
    },
    here,
    elsewhere: computed(() =>
      tabId.value === null
        ? []
        : calls.offers.value.filter(
            ({ kind, call }) => !here.value || kind === "wrapUp" || call.tabId !== tabId.value,
          ),
    ),
  };
}

export type PopupCallsModel = ReturnType<typeof createPopupCalls>;

/** A tab that somebody says is their meeting, whatever its address is. */
function claimedView(tabId: number, url: string | null): CallView {
  const room = url ? (roomOf(url) ?? ownRoomOf(url)) : null;
  const key = room && room.key !== "-" ? room.key : null;
  const call = { tabId, platform: room?.platform ?? "other", key, sinceAt: 0 };
  return { kind: "ask", here: true, call, meeting: null, name: "", uses: [] };
}
