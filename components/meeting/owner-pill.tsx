import { i18n } from "#i18n";
import { Avatar } from "@/components/kit/avatar.tsx";
import { Menu } from "@/components/kit/menu.tsx";
import { type Owner, owners } from "@/lib/domain/vocabulary.ts";

/** Who does it: me, the other one, or both. */
export function OwnerPill({
  title,
  owner,
  myName,
  partnerName,
  partnerShort,
  onChange,
}: {
  title: string;
  owner: Owner;
  myName: string;
  partnerName: string;
  partnerShort: string;
  onChange: (owner: Owner) => void;
}) {
  const nameOf = (each: Owner): string =>
    each === "them" ? partnerShort : i18n.t(each === "me" ? "wrapUp.me" : "wrapUp.both");
  const faces = (each: Owner) => (
    <>
      {each !== "them" && <Avatar name={myName || i18n.t("wrapUp.me")} me />}
      {each !== "me" && <Avatar name={partnerName} />}
    </>
  );
  return (
    <Menu
      label={i18n.t("wrapUp.owner", [title, nameOf(owner)])}
      triggerClass="pill"
      trigger={
        <>
          {faces(owner)}
          {nameOf(owner)}
        </>
      }
      items={owners.map((each) => ({
        id: each,
        current: each === owner,
        label: (
          <>
            {faces(each)}
            {nameOf(each)}
          </>
        ),
        onPick: () => onChange(each),
      }))}
    />
  );
}
