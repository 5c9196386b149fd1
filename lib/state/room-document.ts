import { i18n } from "#i18n";
import { dayOf } from "@/lib/domain/civil-time.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import { type Recap, type RecapItem, recapMarkdown } from "@/lib/formats/recap.ts";
import { plainDay } from "@/lib/i18n/dates.ts";
import { fileNameFrom } from "./agreement-document.ts";
import { localTimeZone } from "./clock.ts";
import { db } from "./database.ts";
import type { RoomItem, RoomView } from "./room-view.ts";

/** "milepost-room-carla-amara-2026-11-25.milepost": from whom, for whom, of which day. */
export function roomFileName({ myName, partnerShort }: RoomView, ending: string): string {
  const day = dayOf(db.now(), localTimeZone());
  return `${fileNameFrom("milepost-room", [shortName(myName), partnerShort].join(" "), day)}.${ending}`;
}

/** The room as a document that needs no Milepost to be read. */
export function roomMarkdown(view: RoomView): string {
  const { myName, partner } = view;
  const by = ({ mine }: RoomItem): string => (mine ? myName || i18n.t("room.you") : partner);
  const line = (item: RoomItem): RecapItem => ({
    text: [item.row.title || item.row.text || "", ...metaOf(item, view)].join(", "),
    ...(item.row.state && item.states.length > 0 ? { done: item.row.state !== item.states[0] } : {}),
  });
  const goals = view.goals.flatMap((goal) => [line(goal), ...goal.milestones.map(line)]);
  const recap: Recap = {
    title: i18n.t("room.document", [myName || i18n.t("room.you"), partner]),
    lines: [plainDay(view.today)],
    sections: [
      ...view.agreements.slice(0, 1).map(({ row }) => ({ heading: row.title, words: row.text ?? "" })),
      { heading: i18n.t("room.sections.roadmap"), items: [...goals, ...view.loose.map(line)] },
      { heading: i18n.t("room.sections.agenda"), items: view.topics.map(line) },
      { heading: i18n.t("room.sections.steps"), items: view.commitments.map(line) },
      {
        heading: i18n.t("room.sections.thread"),
        items: view.thread.map((item) => ({ text: item.row.text || item.row.title, kind: by(item) })),
      },
      {
        heading: i18n.t("room.sections.resources"),
        items: view.resources.map(({ row }) => ({ text: [row.title, row.url].filter(Boolean).join(", ") })),
      },
    ],
  };
  return recapMarkdown(recap);
}

function metaOf({ row, owner }: RoomItem, { myName, partner }: RoomView): string[] {
  const who = owner === "me" ? myName : owner === "them" ? partner : "";
  return [who, row.dueOn ? plainDay(row.dueOn) : ""].filter(Boolean);
}
