import type { ComponentType } from "preact";
import { i18n } from "#i18n";
import type { LaterPage, Route } from "@/lib/state/route.ts";

export type LaterRoute = Extract<Route, { page: LaterPage | "stage" | "person" | "search" | "reminders" }>;

export interface PageProps {
  at: LaterRoute;
}

interface Loaded {
  title: string;
  load: () => Promise<ComponentType<PageProps>>;
}

/** What each of these pages is called, and where it is loaded from when it is first gone to. */
export function laterPage(at: LaterRoute): Loaded {
  switch (at.page) {
    case "stage":
      return { title: i18n.t("nav.stage"), load: async () => (await import("./stage-page.tsx")).StagePage };
    case "search":
      return {
        title: i18n.t("search.title"),
        load: async () => (await import("./search-page.tsx")).SearchPage,
      };
    case "reminders":
      return {
        title: i18n.t("reminders.title"),
        load: async () => (await import("./reminders-page.tsx")).RemindersPage,
      };
    case "prepare":
      return {
        title: i18n.t("nav.prepare"),
        load: async () => (await import("./prepare-page.tsx")).PreparePage,
      };
    case "people":
    case "person":
      return {
        title: i18n.t("nav.people"),
        load: async () => (await import("./people-page.tsx")).PeoplePage,
      };
    case "agreement":
      return {
        title: i18n.t("nav.agreement"),
        load: async () => (await import("./agreement-page.tsx")).AgreementPage,
      };
    case "expectations":
      return {
        title: i18n.t("nav.expectations"),
        load: async () => (await import("./expectations-page.tsx")).ExpectationsPage,
      };
    case "reviews":
      return {
        title: i18n.t("nav.reviews"),
        load: async () => (await import("./reviews-page.tsx")).ReviewsPage,
      };
    case "resources":
      return {
        title: i18n.t("nav.resources"),
        load: async () => (await import("./resources-page.tsx")).ResourcesPage,
      };
    case "templates":
      return {
        title: i18n.t("nav.templates"),
        load: async () => (await import("./templates-page.tsx")).TemplatesPage,
      };
    case "room":
      return {
        title: i18n.t("room.title"),
        load: async () => (await import("./room-page.tsx")).RoomPage,
      };
    case "questions":
      return {
        title: i18n.t("questions.title"),
        load: async () => (await import("./questions-page.tsx")).QuestionsPage,
      };
  }
}

/** The address of such a page, for the mark in the navigation. */
export function laterPath(at: LaterRoute): string {
  if (at.page === "stage") return `/stages/${at.stage}`;
  if (at.page === "person") return `/people/${encodeURIComponent(at.id)}`;
  return `/${at.page}`;
}
