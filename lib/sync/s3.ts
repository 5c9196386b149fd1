import { AwsV4Signer } from "aws4fetch";
import { type Answer, dateOf, folderAddress, type Http, isPlainName, refusal, request } from "./http.ts";
import { hex, sha256 } from "./bytes.ts";
import { type Listing, type Store, StoreError, type StoreFailure } from "./store.ts";
import { type Leaf, readXml } from "./xml.ts";

export interface S3Options extends Http {
  /** Of the bucket, as entered: `https://HOST/BUCKET` or `https://BUCKET.HOST`. */
  url: string;
  /** What all keys begin with, without a slash at the end. */
  folder: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** This computer's clock, epoch ms. */
  now: () => number;
}

/**
 * A bucket of an S3-compatible service. Folders are only beginnings of keys there. The content is signed with the rest,
 * so that what was cut off on its way is refused. A clock that is wrong here does not matter: the service tells its own.
 * @throws StoreError where the address is none
 */
export function s3Store({
  url,
  folder,
  region,
  accessKeyId,
  secretAccessKey,
  now,
  ...http
}: S3Options): Store {
  const bucket = folderAddress(url);
  let clockBehindMs = 0;

  const sign = async (method: string, address: string, body: Uint8Array): Promise<Record<string, string>> => {
    const signer = new AwsV4Signer({
      method,
      url: address,
      headers: { "X-Amz-Content-Sha256": hex(await sha256(body)) },
      service: "s3",
      region,
      accessKeyId,
      secretAccessKey,
      datetime: new Date(now() + clockBehindMs).toISOString().replaceAll(/[:-]|\.\d{3}/g, ""),
    });
    return Object.fromEntries((await signer.sign()).headers);
  };

  const send = async (method: string, address: string, body?: Uint8Array): Promise<Answer> => {
    const once = async (): Promise<Answer> =>
      request(http, address, {
        method,
        headers: await sign(method, address, body ?? new Uint8Array()),
        ...(body ? { body } : {}),
      });
    const answer = await once();
    const date = dateOf(answer.headers);
    if (date === undefined || answer.status !== 403 || errorCode(answer) !== "RequestTimeTooSkewed")
      return answer;
    clockBehindMs = date - now();
    return once();
  };

  const keyAddress = (name: string): string => new URL(`${folder}/${name}`, bucket).href;

  const page = async (prefix: string, token: string | undefined): Promise<Page> => {
    const query = new URLSearchParams({
      "list-type": "2",
      delimiter: "/",
      prefix,
      ...(token === undefined ? {} : { "continuation-token": token }),
    });
    // A space would be signed as another one than is sent.
    const answer = await send("GET", `${bucket.href}?${query.toString().replaceAll("+", "%20")}`);
    if (answer.status !== 200) throw s3Refusal("A listing", answer);
    return readPage(answer, prefix);
  };

  return {
    list: async (path) => {
      const prefix = path === "" ? `${folder}/` : `${folder}/${path}/`;
      const names: string[] = [];
      let date: number | undefined;
      let token: string | undefined;
      for (let count = 0; count < mostPages; count += 1) {
        const part = await page(prefix, token);
        names.push(...part.names);
        date ??= part.date;
        token = part.next;
        if (token === undefined) break;
      }
      return { names, date };
    },
    get: async (name) => {
      const answer = await send("GET", keyAddress(name));
      if (answer.status === 404 && errorCode(answer) !== "NoSuchBucket") return null;
      if (answer.status !== 200) throw s3Refusal("GET", answer);
      return answer.bytes;
    },
    put: async (name, bytes) => {
      const answer = await send("PUT", keyAddress(name), bytes);
      if (answer.status !== 200) throw s3Refusal("PUT", answer);
    },
    remove: async (name) => {
      const answer = await send("DELETE", keyAddress(name));
      const isGone = answer.status === 404 && errorCode(answer) !== "NoSuchBucket";
      if (!isGone && ![200, 204].includes(answer.status)) throw s3Refusal("DELETE", answer);
    },
  };
}

/** Of a thousand names each: more than there ever are, and an end where a listing has none. */
const mostPages = 1000;

interface Page extends Listing {
  next: string | undefined;
}

function readPage(answer: Answer, prefix: string): Page {
  const leaves = readXml(new TextDecoder().decode(answer.bytes));
  if (leaves === "cut") throw new StoreError("offline", { cause: "A listing was cut off." });
  if (leaves === "other" || leaves[0]?.path[0] !== "ListBucketResult")
    throw new StoreError("notStorage", { cause: "A listing is none." });
  const keys = [...textsAt(leaves, "ListBucketResult/Contents/Key"), ...foldersIn(leaves)];
  const names = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((name) => isPlainName(name));
  const isCut = textsAt(leaves, "ListBucketResult/IsTruncated")[0] === "true";
  const next = textsAt(leaves, "ListBucketResult/NextContinuationToken")[0];
  return { names, date: dateOf(answer.headers), next: isCut ? next : undefined };
}

function foldersIn(leaves: readonly Leaf[]): string[] {
  return textsAt(leaves, "ListBucketResult/CommonPrefixes/Prefix").map((folder) => folder.replace(/\/$/, ""));
}

function textsAt(leaves: readonly Leaf[], path: string): string[] {
  return leaves.filter((leaf) => leaf.path.join("/") === path).map(({ text }) => text);
}

/** The service's own word for what is wrong. */
function errorCode({ bytes }: Answer): string | undefined {
  const leaves = readXml(new TextDecoder().decode(bytes.subarray(0, 100_000)));
  return typeof leaves === "string" ? undefined : textsAt(leaves, "Error/Code")[0];
}

/** Codes that say more than their status. */
const failures: Readonly<Record<string, StoreFailure>> = {
  AuthorizationHeaderMalformed: "refused",
  QuotaExceeded: "full",
  EntityTooLarge: "full",
  RequestTimeout: "offline",
  BadDigest: "offline",
  XAmzContentSHA256Mismatch: "offline",
};

function s3Refusal(what: string, answer: Answer): StoreError {
  const code = errorCode(answer) ?? "";
  const failure = Object.hasOwn(failures, code) ? failures[code] : undefined;
  return failure ? new StoreError(failure, { cause: `${what} answered ${code}.` }) : refusal(what, answer);
}
