import { Handshake } from "lucide";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ConfirmDialog } from "@/components/kit/confirm-dialog.tsx";
import { Icon } from "@/components/kit/icon.tsx";
import type { Person } from "@/lib/domain/person.ts";
import { shortName } from "@/lib/domain/person-name.ts";
import type { PeopleModel, PeopleView } from "@/lib/state/people.ts";

/** Makes a candidate the mentor; asks first where somebody is that already. */
export function ChooseMentor({
  person,
  model,
  view,
}: {
  person: Person;
  model: PeopleModel;
  view: PeopleView;
}) {
  const [asking, setAsking] = useState(false);
  const { mentorship } = view;
  if (!mentorship) return null;
  const choose = (): void => void model.choose(mentorship.id, person);
  const name = shortName(person.name);
  return (
    <>
      <button
        type="button"
        class="btn sm quiet"
        aria-label={i18n.t("people.chooseNamed", [person.name])}
        onClick={() => (view.looking ? choose() : setAsking(true))}
      >
        <Icon of={Handshake} size="sm" />
        {i18n.t("people.choose")}
      </button>
      <ConfirmDialog
        open={asking}
        title={i18n.t("people.askChoose", [person.name])}
        confirm={i18n.t("people.confirmChoose", [name])}
        onClose={() => setAsking(false)}
        onConfirm={choose}
      >
        <p>{i18n.t("people.chooseText", [name, view.partnerShort])}</p>
        <p>{i18n.t("people.chooseRest")}</p>
      </ConfirmDialog>
    </>
  );
}
