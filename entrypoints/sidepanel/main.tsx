import { render } from "preact";
import "@/components/styles/tokens.css";
import "@/components/styles/base.css";
import "@/components/styles/forms.css";
import "@/components/styles/shell.css";
import "@/components/styles/meeting.css";
import "@/components/styles/notes.css";
import "@/components/styles/workspace.css";
import { tickOnlyOnce } from "@/components/kit/single-clicks.ts";
import { onPageKeys } from "@/components/kit/page-keys.ts";
import { onUndoKeys } from "@/components/kit/undo-keys.ts";
import { wake } from "@/lib/browser/messages.ts";
import { followSingleKeys } from "@/lib/browser/single-keys.ts";
import { applyTheme } from "@/lib/browser/theme.ts";
import { loadUndo } from "@/lib/state/load-undo.ts";
import { keepSchedule } from "@/lib/state/keep-schedule.ts";
import { startPanel } from "@/lib/state/panel.ts";
import { reportError } from "@/lib/browser/report-error.ts";
import { db } from "@/lib/state/database.ts";
import { go, route } from "@/lib/state/route.ts";
import { watchVersions } from "@/lib/state/versions.ts";
import { App } from "./app.tsx";
import { followStageWording } from "@/lib/state/stage-words.ts";

const root = document.getElementById("app");
if (root) render(<App />, root);
tickOnlyOnce(document);
onUndoKeys(document, (what) => void loadUndo().then((undo) => undo.undoByKey(what)));
onPageKeys(document, followSingleKeys(), {
  toSearch: () => {
    if (route.value.page === "search") document.getElementById("search")?.focus();
    else go("/search");
  },
  toKeys: () => go("/settings/about"),
});
void applyTheme();
followStageWording();
// Whoever opens Milepost also wakes its background, in case an alarm was lost.
void wake({ kind: "changed" });
keepSchedule().catch((error: unknown) => reportError("backup", error));
startPanel(async (windowId, asked) => {
  const { keepPlace } = await import("./panel-place-part.tsx");
  if (root) keepPlace(root, windowId, asked);
}).catch((error: unknown) => reportError("panel", error));
watchVersions(db);
// A click on a notification led here: its reminder stands beside the page.
const notice = /[?&]notice=([^&]+)/u.exec(location.hash)?.[1];
if (notice)
  void import("./notice-card.tsx").then((loaded) => loaded.showNoticeCard(decodeURIComponent(notice)));
void import("@/lib/state/looking-after.ts").then((loaded) => loaded.startLookingAfter(true));
