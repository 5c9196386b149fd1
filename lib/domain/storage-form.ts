import type { StorageAccess } from "./space.ts";
import { storageAddressFrom } from "./storage-address.ts";
import { userErrorIn, type UserErrorCode } from "./user-error.ts";

/** What is typed to reach a storage over the network, as it was typed. */
export type TypedAccess =
  | { kind: "webdav"; address: string; user: string; password: string }
  | {
      kind: "s3";
      address: string;
      bucket: string;
      /** May be empty. */
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
    };

/** Which field is wrong, and in which way. */
export interface AccessMistake {
  field: "address" | "user" | "password" | "bucket" | "accessKeyId" | "secretAccessKey" | "folder";
  failure: UserErrorCode;
}

type Typed = Exclude<StorageAccess, { kind: "folder" }>;

/** How to reach the storage, or what is to be mended first. */
export function accessFrom(typed: TypedAccess): Typed | AccessMistake {
  let url: string;
  try {
    url = storageAddressFrom(typed.address);
  } catch (error) {
    return { field: "address", failure: userErrorIn(error)?.code ?? "storageAddress" };
  }
  if (typed.kind === "webdav") {
    const { user, password } = typed;
    if (!user.trim()) return { field: "user", failure: "storageUser" };
    if (!password) return { field: "password", failure: "storagePassword" };
    return { kind: "webdav", url, user: user.trim(), password };
  }
  const [bucket, accessKeyId, secretAccessKey] = [
    typed.bucket.trim(),
    typed.accessKeyId.trim(),
    typed.secretAccessKey.trim(),
  ];
  if (!bucketName.test(bucket)) return { field: "bucket", failure: "storageBucket" };
  if (!accessKeyId) return { field: "accessKeyId", failure: "storageKeyId" };
  if (!secretAccessKey) return { field: "secretAccessKey", failure: "storageSecret" };
  const region = typed.region.trim();
  return { kind: "s3", url: bucketAddress(url, bucket), region, accessKeyId, secretAccessKey };
}

/** Older ones may have capitals and underscores. */
const bucketName = /^[\da-z][\w.-]{1,62}$/iu;

/**
 * The address of a bucket: below that of its service, unless it was in there already.
 * @param url as {@link storageAddressFrom} gives it
 */
export function bucketAddress(url: string, bucket: string): string {
  const address = new URL(url);
  const path = address.pathname.replace(/\/+$/u, "");
  if (path.endsWith(`/${bucket}`)) return url;
  if (path === "" && address.hostname.startsWith(`${bucket.toLowerCase()}.`)) return url;
  address.pathname = `${path}/${bucket}`;
  return address.href;
}

/** The address of a bucket as the two that are typed: {@link bucketAddress} the other way round. */
export function bucketParts(url: string): { address: string; bucket: string } {
  const address = new URL(url);
  const [, path = "", bucket = ""] = /^(.*?)\/([^/]*)\/*$/u.exec(address.pathname) ?? [];
  if (!bucket) return { address: url, bucket: address.hostname.split(".")[0] ?? "" };
  address.pathname = `${path}/`;
  return { address: address.href, bucket };
}
