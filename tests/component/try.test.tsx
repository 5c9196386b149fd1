import { render } from "preact";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { i18n } from "#i18n";
import { browser } from "wxt/browser";
import { Avatar } from "@/components/kit/avatar";
test("words, preact, wxt", async () => {
  render(
    <button type="button">
      {i18n.t("common.undo")} {i18n.t("life.label", ["2", "a", "b"])}
    </button>,
    document.body,
  );
  await expect.element(page.getByRole("button")).toHaveTextContent("Undo Stage 2 of 5: a, b");
  expect(import.meta.env.BROWSER).toBe("chrome");
  expect(import.meta.env.FIREFOX).toBe(false);
  expect(browser.runtime.id).toBe("milepost-test");
  expect(Avatar).toBeTypeOf("function");
});
