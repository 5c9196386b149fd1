import { expect, test } from "vitest";
import { distinctNames } from "@/lib/domain/distinct-names.ts";

test("names that are the same are told apart by a number, and others are left alone", () => {
  expect(distinctNames(["Chromium on Linux", "Firefox", "Chromium on Linux", "Chromium on Linux"])).toEqual([
    "Chromium on Linux",
    "Firefox",
    "Chromium on Linux 2",
    "Chromium on Linux 3",
  ]);
});

test("a number that somebody gave by hand is not given again", () => {
  expect(distinctNames(["Laptop", "Laptop", "Laptop 2", "Laptop 2"])).toEqual([
    "Laptop",
    "Laptop 3",
    "Laptop 2",
    "Laptop 2 2",
  ]);
});

test("what has no name is given none", () => {
  expect(distinctNames(["", ""])).toEqual(["", ""]);
});
