import { expect, test } from "vitest";
import { namedOwner } from "@/lib/domain/named-owner.ts";
import { extractCaptures } from "@/lib/domain/wrap-up.ts";

const people = { myName: "Chiara Moretti", partnerName: "Dr. Amara Okafor-Lindqvist" };
const calendar = { now: Date.parse("2026-11-24T15:30:00Z"), timeZone: "Europe/Berlin", locale: "en-GB" };

const read = (line: string, names = people) => {
  const [found] = extractCaptures(line, calendar);
  return found && namedOwner(found, names);
};

test.each([
  ["! send it @Amara", "them", "send it"],
  ["! send it @okafor", "them", "send it"],
  ["! send it @AMÁRA", "them", "send it"],
  ["! send it @Chiara", "me", "send it"],
  ["! send it @moretti", "me", "send it"],
  ["! send it @me", "me", "send it"],
  ["! send it @both", "both", "send it"],
  ["! send it", "me", "send it"],
  ["! @Jonas invite us by 12/12", "them", "invite us (Jonas)"],
])("of several people, %s is for %s", (line, owner, text) => {
  expect(read(line)).toEqual({ owner, text });
});

test("a name both share is the other's, since nobody calls themselves by it", () => {
  expect(read("! send it @Ana", { myName: "Ana Lima", partnerName: "Ana Costa" })?.owner).toBe("them");
});

test("any name is the other's as long as theirs is not known", () => {
  expect(read("! send it @Amara", { myName: "", partnerName: "" })).toEqual({
    owner: "them",
    text: "send it",
  });
});
