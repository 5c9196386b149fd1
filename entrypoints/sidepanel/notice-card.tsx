import "@/components/styles/reminders.css";
import { render } from "preact";
import { NoticeCard } from "@/components/reminders/notice-card.tsx";
import { createReminders } from "@/lib/state/reminders.ts";

/** Puts the reminder that a click on a notification came from beside the page that it led to. */
export function showNoticeCard(noticeId: string): void {
  const place = document.createElement("div");
  document.body.append(place);
  const close = (): void => {
    render(null, place);
    place.remove();
  };
  render(<NoticeCard id={noticeId} model={createReminders(null)} onClose={close} />, place);
}
