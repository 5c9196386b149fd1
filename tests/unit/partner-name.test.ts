import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { partnerName, partnerShort } from "@/lib/state/partner-name.ts";

test("until somebody is found, the other person is called by what they will be", () => {
  const of = (role: "mentee" | "mentor" | "both", name: string) => {
    const view = { mentorship: { role }, partner: { name } };
    return [partnerName(view), partnerShort(view)];
  };
  expect(of("mentee", "")).toEqual(["Your mentor", "your mentor"]);
  expect(of("mentor", "")).toEqual(["Your mentee", "your mentee"]);
  expect(of("both", "")).toEqual(["Your partner", "your partner"]);
  expect(of("mentee", "Dr. Amara Okafor")).toEqual(["Dr. Amara Okafor", "Amara"]);
});

test("no screen takes a partner's name as it is, since there may be none", () => {
  const raw = /\bpartner\??\.name\b/u;
  const strays = globSync("lib/state/**/*.ts")
    .filter((file) => !file.endsWith("partner-name.ts"))
    .filter((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .some((line) => raw.test(line) && !line.includes("Boolean(")),
    );
  expect(strays).toEqual([]);
});
