import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { entryKinds } from "@/lib/domain/vocabulary.ts";
import type { WrapUpModel } from "@/lib/state/meeting-wrap-up.ts";
import { Moment } from "./moment.tsx";
import { Section } from "./section.tsx";

/** What else was taken down, by kind; it is kept unless it is unticked. */
export function KeptEntries({ wrapUp }: { wrapUp: WrapUpModel }) {
  const id = useId();
  const entries = wrapUp.entries.value;
  const kinds = (["decision", ...entryKinds.filter((kind) => kind !== "decision")] as const).filter((kind) =>
    entries.some(({ row }) => row.kind === kind),
  );
  return (
    <>
      {kinds.map((kind) => (
        <Section key={kind} head={i18n.t(`wrapUp.heads.${kind}`)}>
          <ul class="list">
            {entries
              .filter(({ row }) => row.kind === kind)
              .map(({ row, keep }) => (
                <li key={row.id} class="row">
                  <input
                    class="check"
                    type="checkbox"
                    id={`${id}-${row.id}`}
                    checked={keep}
                    onChange={(event) => wrapUp.keep(row.id, event.currentTarget.checked)}
                  />
                  <label class={keep ? "main" : "main done-text"} for={`${id}-${row.id}`}>
                    {row.text}
                  </label>
                  <Moment seconds={row.atSeconds} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
