import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { Field } from "@/components/kit/field.tsx";
import { InlineForm } from "@/components/kit/inline-form.tsx";
import { useReturnFocus } from "@/components/kit/use-return-focus.ts";
import { plainDay } from "@/lib/i18n/dates.ts";
import type { AgreementModel } from "@/lib/state/agreement.ts";
import type { AgreementView } from "@/lib/state/agreement-view.ts";
import { sectionHeading } from "@/lib/state/agreement-words.ts";
import { sectionId } from "./go-to-section.ts";

/** The last section: who agreed and when; of a draft, the way to agree. */
export function AgreeSection({ view, model }: { view: AgreementView; model: AgreementModel }) {
  const { shown } = view;
  const [agreeing, setAgreeing] = useState(false);
  const place = useReturnFocus<HTMLElement>(agreeing);
  if (!shown) return null;
  const id = sectionId("agreedBy");
  const number = String(view.sections.length + 1);
  return (
    <section ref={place} class="clause" id={`${id}-part`} aria-labelledby={id}>
      <div class="body">
        <h3 id={id} tabIndex={-1}>
          {i18n.t("agreement.sectionTitle", [number, sectionHeading("agreedBy")])}
        </h3>
        {!view.isDraft && <Signatures view={view} />}
        {view.isDraft && !agreeing && (
          <>
            <p class="soft">{i18n.t("agreement.agree.intro")}</p>
            <Missing view={view} />
            <button type="button" class="btn primary agree" data-return onClick={() => setAgreeing(true)}>
              {i18n.t("agreement.agree.open")}
            </button>
          </>
        )}
        {view.isDraft && agreeing && (
          <InlineForm
            draft={`${shown.id}.agree`}
            label={i18n.t("agreement.agree.heading")}
            submit={i18n.t("agreement.agree.do")}
            onSave={(value) =>
              model.agree(shown.id, {
                myName: value("myName"),
                theirName: value("theirName"),
                mineOn: value("mineOn"),
                theirsOn: value("theirsOn"),
              })
            }
            onClose={() => setAgreeing(false)}
          >
            <Missing view={view} />
            <div class="term-fields two">
              <SignField name="myName" value={view.myName} />
              <SignField name="mineOn" value={view.today} day />
              <SignField name="theirName" value={view.partnerName} />
              <SignField name="theirsOn" value={view.today} day />
            </div>
          </InlineForm>
        )}
      </div>
      <div class="side" />
    </section>
  );
}

function SignField({
  name,
  value,
  day,
}: {
  name: "myName" | "theirName" | "mineOn" | "theirsOn";
  value: string;
  day?: boolean;
}) {
  const own = { name, autocomplete: "off", defaultValue: value };
  return (
    <Field label={i18n.t(`agreement.agree.${name}`)}>
      {(control) =>
        day ? (
          <input {...control} {...own} class="input day-field" type="date" />
        ) : (
          <input {...control} {...own} class="input" type="text" />
        )
      }
    </Field>
  );
}

function Missing({ view: { missing } }: { view: AgreementView }) {
  if (missing.length === 0) return null;
  const names = missing.map((section) => sectionHeading(section)).join(", ");
  return (
    <p class="soon clause-missing">
      {i18n.t("agreement.agree.missing", missing.length, [String(missing.length), names])}
    </p>
  );
}

function Signatures({ view: { shown } }: { view: AgreementView }) {
  if (!shown) return null;
  const lines = [
    { name: shown.myName ?? "", on: shown.agreedByMeOn, me: true },
    { name: shown.theirName ?? "", on: shown.agreedByThemOn, me: false },
  ];
  return (
    <ul class="signatures">
      {lines.map(
        ({ name, on, me }) =>
          on && (
            <li key={name}>
              <Avatar name={name} me={me} />
              <span class="doc">{name}</span>
              <span class="meta">{plainDay(on)}</span>
            </li>
          ),
      )}
    </ul>
  );
}
