import { computed, createModel, effect, signal, untracked } from "@preact/signals";
import { i18n } from "#i18n";
import { reportError } from "@/lib/browser/report-error.ts";
import { draftOf, keepDraft } from "@/lib/db/drafts.ts";
import { editPerson, type PersonText } from "@/lib/db/people.ts";
import type { Id } from "@/lib/domain/envelope.ts";
import { type IntroPart, introNote, introParts } from "@/lib/domain/intro-note.ts";
import type { Person } from "@/lib/domain/person.ts";
import { perform } from "./acts.ts";
import { copyText } from "./copy.ts";
import { db } from "./database.ts";
import { liveSignal } from "./live-signal.ts";

type Parts = Record<IntroPart, string>;

const fieldOf = {
  who: "introWho",
  why: "introWhy",
  ask: "introAsk",
  offer: "introOffer",
} as const satisfies Record<IntroPart, PersonText>;

async function readIntro(id: Id) {
  const identity = await db.metaOf("identity");
  const [person, me] = await Promise.all([
    db.people.get(id),
    identity ? db.people.get(identity.me) : undefined,
  ]);
  if (!person) return null;
  const offers = await db.inventory
    .filter((row) => row.kind === "offer" && !row.mentorshipId && !row.deletedAt && !row.hidden)
    .toArray();
  return { person, me, offers: offers.toSorted((a, b) => a.order - b.order).map((row) => row.text) };
}

type Read = NonNullable<Awaited<ReturnType<typeof readIntro>>>;

/** What is known already, where nothing was written yet: an empty part was emptied on purpose. */
function startingWith({ person, me, offers }: Read): Parts {
  return {
    who: person.introWho ?? aboutMe(me),
    why: person.introWhy ?? "",
    ask: person.introAsk ?? "",
    offer: person.introOffer ?? offers.map(asSentence).join(" "),
  };
}

const Model = createModel((id: Id) => {
  const rows = liveSignal(() => readIntro(id));
  const typed = signal<Partial<Parts>>({});
  const restored = signal(false);
  const draftId = `person.${id}.intro`;
  /** What was saved last and may not have been read back yet. */
  let sent: Partial<Parts> = {};

  const keep = (): void => {
    const now = typed.peek();
    try {
      const text = Object.keys(now).length === 0 ? "" : JSON.stringify(now);
      keepDraft(db, { id: draftId, kind: "form", text });
    } catch (error) {
      reportError("draft", error);
    }
  };
  draftOf(db, draftId).then(
    (draft) => {
      const kept = partsIn(draft?.text ?? "");
      if (Object.keys(kept).length === 0) return;
      typed.value = { ...kept, ...typed.peek() };
      restored.value = true;
    },
    (error: unknown) => reportError("draft", error),
  );

  // What was saved stays in the field until it is read back: else the field would show what was there before, for a blink.
  effect(() => {
    const read = rows.value;
    if (!read) return;
    untracked(() => {
      const left = Object.entries(typed.peek()).filter(([part, text]) => {
        const known = part as IntroPart;
        return text !== sent[known] || read.person[fieldOf[known]] !== text.trim();
      });
      if (left.length === Object.keys(typed.peek()).length) return;
      typed.value = Object.fromEntries(left);
      keep();
    });
  });

  const view = computed(() => {
    const read = rows.value;
    if (!read) return read;
    const parts = { ...startingWith(read), ...typed.value };
    const note = introNote(
      parts,
      { to: read.person.name, from: read.me?.name ?? "" },
      {
        greeting: (name) => i18n.t("intro.greeting", [name]),
        plainGreeting: i18n.t("intro.plainGreeting"),
        closing: i18n.t("intro.closing"),
      },
    );
    return { parts, note };
  });

  return {
    view,
    /** It was typed before this page was opened. */
    restored,
    type(part: IntroPart, text: string): void {
      typed.value = { ...typed.peek(), [part]: text };
      restored.value = false;
      keep();
    },
    /** Saves what was typed. What is typed meanwhile is saved the next time. */
    async save(): Promise<void> {
      const parts = typed.peek();
      const edit = Object.fromEntries(
        introParts.flatMap((part) => {
          const text = parts[part];
          return text === undefined ? [] : [[fieldOf[part], text] as const];
        }),
      );
      if (Object.keys(edit).length === 0) return;
      sent = parts;
      await perform(() => editPerson(db, id, edit));
    },
    copy(): Promise<boolean> {
      return copyText(view.peek()?.note ?? "", i18n.t("intro.copied"));
    },
  };
});

/**
 * The note that introduces the user to somebody who may become their mentor. Each key is kept at once; what was written
 * is saved with the person when a field is left.
 */
export function createIntro(id: Id) {
  return new Model(id);
}

export type IntroModel = ReturnType<typeof createIntro>;

/** "I am Carla Mendes, system administrator. I want to become a technical architect." */
function aboutMe(me: Pick<Person, "name" | "role" | "ambition"> | undefined): string {
  const name = me?.name ?? "";
  const role = me?.role?.trim() ?? "";
  const who =
    name && role
      ? i18n.t("intro.nameAndRole", [name, role])
      : name
        ? i18n.t("intro.nameOnly", [name])
        : role && i18n.t("intro.roleOnly", [role]);
  return [who, asSentence(me?.ambition ?? "")].filter(Boolean).join(" ");
}

function asSentence(text: string): string {
  const words = text.trim();
  return words && !/[.!?…]$/u.test(words) ? `${words}.` : words;
}

/** The parts in a kept draft; one of an older version may hold others. */
function partsIn(text: string): Partial<Parts> {
  try {
    const kept: unknown = text && JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return {};
    const entries = Object.entries(kept).filter(
      ([part, value]) => introParts.some((each) => each === part) && typeof value === "string",
    );
    return Object.fromEntries(entries);
  } catch {
    // Written by something else: there is nothing in it to restore.
    return {};
  }
}
