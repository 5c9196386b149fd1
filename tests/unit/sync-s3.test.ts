import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { s3Store } from "@/lib/sync/s3.ts";
import { StoreError, type Store, type StoreFailure } from "@/lib/sync/store.ts";

const prefix = "milepost1/space/h/";

function store(answer: (request: Request) => Response, now = Date.UTC(2026, 10, 25, 20)): Store {
  return s3Store({
    url: "https://s3.example.com/bucket?x=1",
    folder: "milepost1/space",
    region: "eu-1",
    accessKeyId: "KEYID",
    secretAccessKey: "top secret",
    now: () => now,
    fetch: (input, init) => Promise.resolve(answer(new Request(input, init))),
  });
}

const error = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(`<Error><Code>${code}</Code><Message>KEYID top secret</Message></Error>`, { status, headers });

function page(names: readonly string[], next?: string): Response {
  const contents = names.map((name) => `<Contents><Key>${name}</Key><Size>1</Size></Contents>`).join("");
  const more = next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`;
  return new Response(
    `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${next !== undefined}</IsTruncated>${contents}${more}<CommonPrefixes><Prefix>${prefix}folder/</Prefix></CommonPrefixes></ListBucketResult>`,
  );
}

test("a list goes on where it was cut, and names nothing from elsewhere", async () => {
  const asked: (string | null)[] = [];
  const { list } = store(({ url }) => {
    const token = new URL(url).searchParams.get("continuation-token");
    asked.push(token);
    return token === "a+b/="
      ? page([`${prefix}second`])
      : page([`${prefix}first`, `${prefix}a/b`, "other/x"], "a+b/=");
  });
  expect([...new Set((await list("h")).names)]).toEqual(["first", "folder", "second"]);
  expect(asked).toEqual([null, "a+b/="]);
});

test("what signs is never sent, and what is sent is signed with its content", async () => {
  const seen: Request[] = [];
  await store((request) => {
    seen.push(request);
    return new Response(null);
  }).put("h/a~1", new TextEncoder().encode("MPB1"));
  const [request] = seen;
  expect(request?.url).toBe("https://s3.example.com/bucket/milepost1/space/h/a~1");
  const digest = createHash("sha256").update("MPB1").digest("hex");
  expect(request?.headers.get("x-amz-content-sha256")).toBe(digest);
  expect(request?.headers.get("authorization")).toMatch(
    /^AWS4-HMAC-SHA256 Credential=KEYID\/20261125\/eu-1\/s3\/aws4_request/,
  );
  expect([...(request?.headers ?? [])].flat().join()).not.toContain("secret");
});

test.each([
  [403, "AccessDenied", "refused"],
  [403, "SignatureDoesNotMatch", "refused"],
  [400, "AuthorizationHeaderMalformed", "refused"],
  [403, "QuotaExceeded", "full"],
  [400, "EntityTooLarge", "full"],
  [400, "RequestTimeout", "offline"],
  [400, "BadDigest", "offline"],
  [503, "SlowDown", "busy"],
  [500, "InternalError", "busy"],
  [404, "NoSuchBucket", "notStorage"],
  [400, "constructor", "notStorage"],
] satisfies [number, string, StoreFailure][])("%i %s is %3$s", async (status, code, failure) => {
  const asked = store(() => error(status, code));
  const calls = [
    () => asked.list("h"),
    () => asked.get("h/a"),
    () => asked.put("h/a", new Uint8Array(1)),
    () => asked.remove("h/a"),
  ];
  for (const call of calls) {
    const thrown: unknown = await call().catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(StoreError);
    expect(thrown).toMatchObject({ failure });
    expect(JSON.stringify([(thrown as StoreError).message, (thrown as StoreError).cause])).not.toMatch(
      /secret|KEYID/,
    );
  }
});

test("a key that is not there is none", async () => {
  const asked = store(() => error(404, "NoSuchKey"));
  expect(await asked.get("h/a")).toBeNull();
  await asked.remove("h/a");
});

test("a clock that is wrong is set by the service's, once; a service that then still minds refuses", async () => {
  const date = new Date(Date.UTC(2026, 10, 26, 4)).toUTCString();
  const signedAt: (string | null)[] = [];
  const answer = (isForgiving: boolean) => (request: Request) => {
    const at = request.headers.get("x-amz-date");
    signedAt.push(at);
    return isForgiving && at?.startsWith("20261126T0400")
      ? page([])
      : error(403, "RequestTimeTooSkewed", { date });
  };
  const { list } = store(answer(true));
  await list("h");
  await list("h");
  expect(signedAt).toEqual(["20261125T200000Z", "20261126T040000Z", "20261126T040000Z"]);
  await expect(store(answer(false)).list("h")).rejects.toMatchObject({ failure: "refused" });
  await expect(store(() => error(403, "RequestTimeTooSkewed")).list("h")).rejects.toMatchObject({
    failure: "refused",
  });
});

test.each([
  ["cut off", "<ListBucketResult><Contents><Key>", "offline"],
  ["a page", "<!doctype html>", "notStorage"],
  [
    "the answer to something else",
    "<ListAllMyBucketsResult><Owner>me</Owner></ListAllMyBucketsResult>",
    "notStorage",
  ],
])("a list that is %s is refused", async (_, text, failure) => {
  await expect(store(() => new Response(text)).list("h")).rejects.toMatchObject({ failure });
});
