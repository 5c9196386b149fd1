import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { folderAddress } from "@/lib/sync/http.ts";
import { StoreError, type StoreFailure } from "@/lib/sync/store.ts";
import { readMultistatus, webdavStore } from "@/lib/sync/webdav.ts";
import { readXml } from "@/lib/sync/xml.ts";
import { expectFailure } from "@/tests/sync/store-contract.ts";

const folder = "https://cloud.example.com/remote.php/dav/files/me/my%20files/milepost1/space/h/";
const path = "/remote.php/dav/files/me/my%20files/milepost1/space/h/";

const listing = (...hrefs: readonly string[]): string =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${[path, ...hrefs]
    .map((href) => `<D:response><D:href>${href}</D:href><D:propstat><D:prop/></D:propstat></D:response>`)
    .join("")}</D:multistatus>`;

describe("a listing", () => {
  test.each([
    [
      "whatever its prefixes are called",
      `<x:multistatus xmlns:x="DAV:"><x:response><x:href>${path}a</x:href></x:response></x:multistatus>`,
    ],
    ["without any", `<multistatus xmlns="DAV:"><response><href>${path}a</href></response></multistatus>`],
    ["with a path", listing(`${path}a`)],
    ["with a whole address", listing(`https://cloud.example.com${path}a`)],
    ["with the name that a server has behind another", listing(`http://10.0.0.7:8080${path}a`)],
    ["with a slash at the end", listing(`${path}a/`)],
    ["with doubled slashes", listing(`/${path}a`.replace("/h/", "//h//"))],
    ["with more escapes than needed", listing(`${path.replace("h/", "%68/")}%61`)],
    ["with entities", listing(`${path}&#97;`.replace("/me/", "/&#x6d;e/"))],
    ["with raw text", listing(`<![CDATA[${path}a]]>`)],
    ["with comments and spaces", listing(` <!-- > -->\n${path}a\t`)],
    ["with brackets in attributes", listing(`${path}a`).replaceAll("<D:href>", `<D:href title='1 > "0"'>`)],
  ])("is read %s", (_, text) => {
    expect(readMultistatus(text, folder)).toEqual(["a"]);
  });

  test("names nothing but what lies directly in the folder and may be ours", () => {
    const others = [
      `${path}a/b`,
      `${path}a%2Fb`,
      "/elsewhere/a",
      `${path}..`,
      `${path}a b`,
      `${path}%E0%A4%A`,
      `${path}ä`,
      "http://[",
      "",
    ];
    expect(readMultistatus(listing(...others, `${path}mine~1`, `${path}mine~1`), folder)).toEqual(["mine~1"]);
  });

  test("is of the same folder however an accent is written", () => {
    const [composed, apart] = ["\u00fc", "u\u0308"].map((letter) => encodeURIComponent(letter));
    const text = listing(`${path}a`).replaceAll("/me/", `/${apart}/`);
    expect(readMultistatus(text, folder.replace("/me/", `/${composed}/`))).toEqual(["a"]);
  });

  test("an address elsewhere in an entry is not its own", () => {
    const text = listing().replace(
      "<D:prop/>",
      `<D:prop><D:owner><D:href>${path}owner</D:href></D:owner></D:prop>`,
    );
    expect(readMultistatus(text, folder)).toEqual([]);
  });

  test("of another folder is no listing: nothing would seem to be there", () => {
    const text = listing(`${path}a`).replaceAll("/me/", "/you/");
    expect(() => readMultistatus(text, folder)).toThrow("notStorage");
  });

  test("that ends too early has not arrived, wherever it ends", () => {
    const text = listing(`${path}a`);
    for (let length = text.indexOf("<D:"); length < text.length; length += 1)
      expect(() => readMultistatus(text.slice(0, length), folder)).toThrow("offline");
  });

  test.each([
    ["a page", "<!doctype html><html><body><p>Log in<br></body></html>"],
    ["other XML", "<rss><channel/></rss>"],
    ["text", "Welcome"],
    ["nothing", ""],
    ["a bomb", `<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${listing(`${path}&b;`)}`],
    ["a tower", "<a>".repeat(200_000)],
    ["crossed elements", "<multistatus><a></multistatus></a>"],
  ])("is not %s", (_, text) => {
    expect(() => readMultistatus(text, folder)).toThrow("notStorage");
  });

  test("whatever comes is read or refused, never more than that", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "/",
      "&",
      ";",
      "#",
      "x",
      "'",
      '"',
      "!",
      "--",
      "[CDATA[",
      "]]>",
      "?",
      ":",
      " ",
      "multistatus",
      "response",
      "href",
      path,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          const leaves = readXml(text);
          expect(leaves === "cut" || leaves === "other" || Array.isArray(leaves)).toBe(true);
          try {
            readMultistatus(text, folder);
          } catch (error) {
            expect(error).toBeInstanceOf(StoreError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each(["<a ", "<a>&", "<!--", "<![CDATA[", "<?", "<a b='", "</", "&#x", '<a>"'])(
    "of a million of %s is done with in a moment",
    (piece) => {
      readXml(`<r>${piece.repeat(1_000_000)}`);
    },
    5000,
  );
});

describe("an answer", () => {
  const store = (answer: () => Response | Promise<Response>, seen: Request[] = []) =>
    webdavStore({
      url: "https://someone:inside@cloud.example.com/dav?key=1#top",
      folder: "milepost1/space",
      user: "mentée",
      password: "top secret €",
      timeoutMs: 200,
      fetch: (input, init) => {
        seen.push(new Request(input, init));
        return Promise.resolve(answer());
      },
    });

  test.each([
    [401, "refused"],
    [403, "refused"],
    [407, "refused"],
    [413, "full"],
    [507, "full"],
    [408, "busy"],
    [423, "busy"],
    [425, "busy"],
    [429, "busy"],
    [500, "busy"],
    [502, "busy"],
    [503, "busy"],
    [504, "busy"],
    [400, "notStorage"],
    [405, "notStorage"],
    [501, "notStorage"],
    [301, "notStorage"],
    [302, "notStorage"],
  ] satisfies [number, StoreFailure][])("of %i is %s, to whatever was asked", async (status, failure) => {
    const asked = store(() => new Response(null, { status, headers: { location: "/elsewhere" } }));
    await expectFailure(asked, failure);
  });

  test.each([
    ["7", 7000],
    ["Wed, 25 Nov 2026 20:00:30 GMT", 30_000],
    ["Wed, 25 Nov 2026 19:00:00 GMT", 0],
    ["999999999", 86_400_000],
    ["soon", undefined],
    ["-1", undefined],
    ["99999999999999", undefined],
  ])("may say how long to wait: %s", async (value, retryAfterMs) => {
    const headers = { "retry-after": value, date: "Wed, 25 Nov 2026 20:00:00 GMT" };
    await expect(store(() => new Response(null, { status: 503, headers })).get("h/a")).rejects.toMatchObject({
      failure: "busy",
      retryAfterMs,
    });
  });

  test("of a page for people is none of a storage, also where it says that all is well", async () => {
    const page = (): Response =>
      new Response("<!doctype html>", { headers: { "content-type": "Text/HTML; charset=utf-8" } });
    await expectFailure(store(page), "notStorage");
  });

  test.each([
    ["that never comes", () => Promise.reject(new TypeError("fetch failed: https://cloud/top secret"))],
    ["that is shorter than it says", () => new Response("half", { headers: { "content-length": "8" } })],
    [
      "that breaks off",
      () => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError("reset")) })),
    ],
  ])("%s has not arrived", async (_, answer) => {
    await expect(store(answer).get("h/a")).rejects.toMatchObject({ failure: "offline" });
  });

  test("that takes too long is not waited for", async () => {
    const asked = webdavStore({
      url: "https://cloud.example.com/",
      folder: "f",
      user: "",
      password: "",
      timeoutMs: 20,
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(new DOMException("late", "TimeoutError")));
        }),
    });
    await expect(asked.list("h")).rejects.toMatchObject({ failure: "offline" });
  });

  test("larger than anything that was stored is not read to its end", async () => {
    const chunk = new Uint8Array(8_000_000);
    let pulled = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (stream) => {
            pulled += 1;
            stream.enqueue(chunk);
          },
        }),
      );
    await expect(store(endless).get("h/a")).rejects.toMatchObject({ failure: "notStorage" });
    expect(pulled).toBeLessThan(12);
  });

  test("is asked for with the login in its header alone, without cookies, cache or referrer", async () => {
    const seen: Request[] = [];
    await store(() => new Response("MPB1", { status: 200 }), seen).get("h/a~1");
    const [request] = seen;
    expect(request?.url).toBe("https://cloud.example.com/dav/milepost1/space/h/a~1");
    const login = Buffer.from(request?.headers.get("authorization")?.slice("Basic ".length) ?? "", "base64");
    expect(login.toString("utf8")).toBe("mentée:top secret €");
    expect(request).toMatchObject({
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
    });
  });

  test("that is a failure tells nothing of the login or the address", async () => {
    const answers: (() => Response | Promise<Response>)[] = [
      () => Promise.reject(new TypeError("https://someone:inside@cloud.example.com top secret")),
      ...[401, 404, 409, 500, 302].map((status) => () => new Response("top secret", { status })),
    ];
    for (const answer of answers) {
      const error: unknown = await store(answer)
        .put("h/a", new Uint8Array(1))
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      const { message, cause, stack } = error as StoreError;
      expect(JSON.stringify([message, cause, stack])).not.toMatch(
        /secret|inside|cloud|example|ment.e:|Basic/,
      );
    }
  });

  test("that the folder to store in is not there is said, and it is not made", async () => {
    const seen: Request[] = [];
    await expect(
      store(() => new Response(null, { status: 409 }), seen).put("b/writer/a", new Uint8Array(1)),
    ).rejects.toMatchObject({ failure: "notStorage" });
    expect(seen.map(({ url }) => url)).not.toContain("https://cloud.example.com/dav/");
  });
});

test.each(["", "cloud", "file:///etc/", "javascript:alert(1)", "ftp://cloud.example.com/", "https://"])(
  "“%s” is no address of a storage",
  (entered) => {
    expect(() => folderAddress(entered)).toThrow(StoreError);
  },
);
