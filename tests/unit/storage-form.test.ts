import fc from "fast-check";
import { expect, test } from "vitest";
import { accessFrom, bucketAddress, bucketParts, type TypedAccess } from "@/lib/domain/storage-form.ts";
import { placeOf } from "@/lib/domain/storage-address.ts";

type Typed<Kind extends TypedAccess["kind"]> = Extract<TypedAccess, { kind: Kind }>;

const webdav = (change: Partial<Typed<"webdav">> = {}): TypedAccess => ({
  kind: "webdav",
  address: " cloud.example.com/dav ",
  user: " carla ",
  password: " secret ",
  ...change,
});
const s3 = (change: Partial<Typed<"s3">> = {}): TypedAccess => ({
  kind: "s3",
  address: "https://s3.eu-central-1.example.com",
  bucket: " milepost ",
  region: " eu-central-1 ",
  accessKeyId: " KEY ",
  secretAccessKey: " secret/of+it ",
  ...change,
});

test("what is typed becomes what is stored, without the blanks that copying brings along", () => {
  expect(accessFrom(webdav())).toEqual({
    kind: "webdav",
    url: "https://cloud.example.com/dav",
    user: "carla",
    password: " secret ",
  });
  expect(accessFrom(s3())).toEqual({
    kind: "s3",
    url: "https://s3.eu-central-1.example.com/milepost",
    region: "eu-central-1",
    accessKeyId: "KEY",
    secretAccessKey: "secret/of+it",
  });
  expect(accessFrom(s3({ region: " " }))).toMatchObject({ region: "" });
});

test.each([
  ["no address", webdav({ address: "" }), "address", "storageAddress"],
  ["an address that is not safe", webdav({ address: "http://example.com" }), "address", "storageNotSecure"],
  ["no user", webdav({ user: " " }), "user", "storageUser"],
  ["no password", webdav({ password: "" }), "password", "storagePassword"],
  ["an address that is not safe", s3({ address: "http://example.com" }), "address", "storageNotSecure"],
  ["a login in the address", s3({ address: "https://a:b@example.com" }), "address", "storageLogin"],
  ["no bucket", s3({ bucket: "" }), "bucket", "storageBucket"],
  ["a folder in the bucket", s3({ bucket: "milepost/notes" }), "bucket", "storageBucket"],
  ["a bucket that leads elsewhere", s3({ bucket: ".." }), "bucket", "storageBucket"],
  ["no key", s3({ accessKeyId: " " }), "accessKeyId", "storageKeyId"],
  ["no secret", s3({ secretAccessKey: " " }), "secretAccessKey", "storageSecret"],
] as const)("%s is to be mended first", (_, typed, field, failure) => {
  expect(accessFrom(typed)).toEqual({ field, failure });
});

test.each([
  ["https://s3.example.com/", "milepost", "https://s3.example.com/milepost"],
  ["https://s3.example.com/milepost", "milepost", "https://s3.example.com/milepost"],
  ["https://s3.example.com/milepost/", "milepost", "https://s3.example.com/milepost/"],
  ["https://milepost.s3.example.com/", "milepost", "https://milepost.s3.example.com/"],
  ["https://Milepost.s3.example.com/", "Milepost", "https://Milepost.s3.example.com/"],
  ["https://x.example.co/storage/v1/s3", "milepost", "https://x.example.co/storage/v1/s3/milepost"],
  ["http://127.0.0.1:9000/", "mile.post", "http://127.0.0.1:9000/mile.post"],
])("the bucket of %s called %s is at %s", (address, bucket, url) => {
  expect(bucketAddress(address, bucket)).toBe(url);
});

test("an address of a bucket is shown as it is typed, and leads to the same again", () => {
  expect(bucketParts("https://s3.example.com/milepost")).toEqual({
    address: "https://s3.example.com/",
    bucket: "milepost",
  });
  expect(bucketParts("https://milepost.s3.example.com/")).toEqual({
    address: "https://milepost.s3.example.com/",
    bucket: "milepost",
  });
  fc.assert(
    fc.property(
      fc.constantFrom("https://s3.example.com/", "https://a.example.com/b/", "http://127.0.0.1:9/"),
      fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,30}[a-z0-9]$/),
      (address, bucket) => {
        const url = bucketAddress(address, bucket);
        const parts = bucketParts(url);
        expect(bucketAddress(parts.address, parts.bucket)).toBe(url);
      },
    ),
  );
});

test("a folder is told by its name alone", () => {
  expect(placeOf({ kind: "folder", handle: { name: "Carried" } })).toEqual({ host: "Carried", path: "" });
  expect(placeOf({ kind: "folder", handle: null })).toEqual({ host: "", path: "" });
  expect(placeOf({ kind: "s3", url: "https://s3.example.com/milepost" })).toEqual({
    host: "s3.example.com",
    path: "/milepost",
  });
});
