import { i18n } from "#i18n";
import { Field } from "@/components/kit/field.tsx";
import type { ExpectationWords } from "@/lib/state/expectations.ts";

/** What it is about, what I expect, what the other expects. */
export function ExpectationFields({ row, partnerName }: { row?: ExpectationWords; partnerName: string }) {
  return (
    <>
      <Field label={i18n.t("expectations.about")}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            name="about"
            autocomplete="off"
            placeholder={i18n.t("expectations.aboutExample")}
            defaultValue={row?.about ?? ""}
          />
        )}
      </Field>
      <div class="two-sides">
        <Field label={i18n.t("expectations.mine")} optional>
          {(control) => (
            <textarea
              {...control}
              class="textarea"
              name="mine"
              placeholder={i18n.t("expectations.mineExample")}
              defaultValue={row?.mine ?? ""}
            />
          )}
        </Field>
        <Field label={i18n.t("expectations.theirs", [partnerName])} optional>
          {(control) => (
            <textarea
              {...control}
              class="textarea"
              name="theirs"
              placeholder={i18n.t("expectations.theirsExample")}
              defaultValue={row?.theirs ?? ""}
            />
          )}
        </Field>
      </div>
    </>
  );
}
