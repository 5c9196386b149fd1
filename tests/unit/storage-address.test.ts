import fc from "fast-check";
import { expect, test } from "vitest";
import { nextcloudFolder, storageAddressFrom, storagePlace } from "@/lib/domain/storage-address.ts";
import { UserError } from "@/lib/domain/user-error.ts";

test.each([
  [" https://cloud.example.com/dav/ ", "https://cloud.example.com/dav/"],
  ["cloud.example.com/dav", "https://cloud.example.com/dav"],
  ["davs://cloud.example.com/dav", "https://cloud.example.com/dav"],
  ["https://cloud.example.com:8443/a b?x=1#y", "https://cloud.example.com:8443/a%20b"],
  ["https://192.168.1.20/dav", "https://192.168.1.20/dav"],
  ["http://127.0.0.1:8080/files", "http://127.0.0.1:8080/files"],
  ["http://localhost/", "http://localhost/"],
  ["https://[::1]/x", "https://[::1]/x"],
])("%s is reached at %s", (typed, address) => {
  expect(storageAddressFrom(typed)).toBe(address);
});

test.each([
  ["", "storageAddress"],
  ["https://", "storageAddress"],
  ["my cloud", "storageAddress"],
  ["x".repeat(2_001), "storageAddress"],
  ["http://cloud.example.com/", "storageNotSecure"],
  ["http://127.0.0.1.example.com/", "storageNotSecure"],
  ["dav://cloud.example.com/", "storageNotSecure"],
  ["ftp://cloud.example.com/", "storageScheme"],
  ["file:///home/carla", "storageAddress"],
  ["https://carla:secret@cloud.example.com/", "storageLogin"],
  ["https://com/", "storageHost"],
  ["https://cloud/", "storageHost"],
  ["https://co.uk/files", "storageHost"],
  ["https://a..example.com/", "storageHost"],
])("%s is refused as %s", (typed, code) => {
  expect(() => storageAddressFrom(typed)).toThrow(new UserError(code as UserError["code"]));
});

test("whatever is typed is reached safely or not at all", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 300 }), fc.webUrl({ withQueryParameters: true })),
      (typed) => {
        const address = reached(typed);
        if (address === null) return;
        const url = new URL(address);
        const isHere = ["localhost", "127.0.0.1"].includes(url.hostname);
        expect(url.protocol === "https:" || isHere).toBe(true);
        expect([url.username, url.password, url.search, url.hash]).toEqual(["", "", "", ""]);
        expect(storageAddressFrom(address)).toBe(address);
      },
    ),
  );
});

function reached(typed: string): string | null {
  try {
    return storageAddressFrom(typed);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

test("pages of a Nextcloud lead to the folder behind them", () => {
  const folder = "https://cloud.example.com/remote.php/dav/files/carla%20b/";
  expect(nextcloudFolder("https://cloud.example.com/", " carla b ")).toBe(folder);
  expect(nextcloudFolder("https://cloud.example.com/apps/files/files?dir=/", "carla b")).toBe(folder);
  expect(nextcloudFolder("https://cloud.example.com/index.php/login", "carla b")).toBe(folder);
  expect(nextcloudFolder("https://example.com/nextcloud/apps/files", "c")).toBe(
    "https://example.com/nextcloud/remote.php/dav/files/c/",
  );
  expect(nextcloudFolder(folder, "carla b")).toBeNull();
  expect(nextcloudFolder("https://example.com/dav/", "c")).toBeNull();
  expect(nextcloudFolder("https://cloud.example.com/", "")).toBeNull();
  expect(nextcloudFolder("http://127.0.0.1:8000/", "c")).toBeNull();
});

test("a storage is told by host and folder", () => {
  expect(storagePlace("https://cloud.example.com:8443/my%20files/")).toEqual({
    host: "cloud.example.com:8443",
    path: "/my files/",
  });
  expect(storagePlace("https://cloud.example.com/")).toEqual({ host: "cloud.example.com", path: "" });
  expect(storagePlace("nothing")).toEqual({ host: "nothing", path: "" });
});
