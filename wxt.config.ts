import { defineConfig } from "wxt";
import { callOrigins } from "./lib/domain/rooms/sites.ts";

/**
 * What the extension may load and run: its own files only, and no string ever becomes script or markup. The background
 * may fetch over https, for calendars and a storage that a person gave the address of, and from this computer itself; pages
 * may not, see `pagesStayHome`.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** One policy covers the background and the pages alike, so each page narrows it for itself. */
const pagesStayHome = {
  name: "pages-stay-home",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: "connect-src 'self'" },
      injectTo: "head-prepend" as const,
    },
  ],
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ["@wxt-dev/i18n/module"],
  i18n: { localesDir: "lib/i18n" },
  targetBrowsers: ["chrome", "firefox"],
  manifest: ({ browser, mode }) => ({
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    homepage_url: undefined,
    incognito: "not_allowed",
    permissions: [
      "activeTab",
      "alarms",
      "idle",
      "storage",
      "unlimitedStorage",
      ...(browser === "chrome" ? ["sidePanel"] : []),
    ],
    optional_permissions: ["downloads", "notifications"],
    // One site at a time is asked for: where calls are to be recognised, and where the calendar or the storage of a person
    // is. Without encryption only on this computer, where nobody listens.
    optional_host_permissions: [...callOrigins, "https://*/*", "http://127.0.0.1/*", "http://localhost/*"],
    // The development server needs sockets and inline reload code; only what we ship is strict.
    ...(mode === "production" ? { content_security_policy: { extension_pages: contentSecurityPolicy } } : {}),
    action: {
      default_title: "__MSG_extension_name__",
      // Firefox would put the button into its extensions menu, out of sight.
      ...(browser === "firefox" ? { default_area: "navbar" } : {}),
    },
    omnibox: { keyword: "mp" },
    icons: {
      16: "icons/icon-16.png",
      32: "icons/icon-32.png",
      48: "icons/icon-48.png",
      128: "icons/icon-128.png",
    },
    commands: {
      _execute_action: {
        suggested_key: { default: "Alt+Shift+M" },
      },
      ...(browser === "firefox"
        ? { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+L" } } }
        : {
            "open-panel": {
              suggested_key: { default: "Alt+Shift+L" },
              description: "__MSG_extension_openPanel__",
            },
          }),
    },
    ...(browser === "chrome" ? { minimum_chrome_version: "146" } : {}),
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "{8a6f1c52-5a0e-4f0b-9d0c-6d1f3b7e2a41}",
              strict_min_version: "153.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {}),
  }),
  hooks: {
    // The words are typed by our own, cheaper type: see there.
    "prepare:types": (_, entries) => {
      for (const entry of entries) {
        if (!("text" in entry) || !entry.path.endsWith("i18n/index.ts")) continue;
        entry.text = [
          'import { createI18n } from "@wxt-dev/i18n";',
          'import type { Words } from "@/lib/i18n/i18n-words";',
          'import type { GeneratedI18nStructure } from "./structure";',
          "export const i18n: Words<GeneratedI18nStructure> = createI18n<GeneratedI18nStructure>();",
          "",
        ].join("\n");
      }
    },
    // The popup is bundled apart from the panel: what both import would else be one chunk, and the popup, which must
    // open at once, would load all of the database's verbs for the few that it uses.
    "entrypoints:grouped": (_, groups) => {
      for (const group of groups) {
        if (!Array.isArray(group)) continue;
        const popup = group.find((entrypoint) => entrypoint.type === "popup");
        if (!popup || group.length === 1) continue;
        group.splice(group.indexOf(popup), 1);
        groups.push([popup]);
        return;
      }
    },
  },
  vite: ({ mode }) => ({
    // The development server speaks with its pages.
    plugins: mode === "production" ? [pagesStayHome] : [],
    // The package's default entry is ES5 for old browsers; the modern one is an eighth smaller.
    resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    // Our files lie beside the page that loads them: fetching parts ahead gains nothing.
    build: { modulePreload: false, sourcemap: false, target: ["chrome146", "firefox153"] },
  }),
});
