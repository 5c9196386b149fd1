import { Signpost } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import type { AgreementSection } from "@/lib/domain/agreement.ts";
import type { AgreementView } from "@/lib/state/agreement-view.ts";
import { sectionHeading } from "@/lib/state/agreement-words.ts";
import { goToSection, sectionId } from "./go-to-section.ts";

type Place = AgreementSection | "agreedBy";

/** The sections in the margin: where one is, which are empty, which ask for something. Wide only. */
export function Outline({ view, comparing }: { view: AgreementView; comparing: boolean }) {
  const places: readonly Place[] = [...view.sections.map(({ section }) => section), "agreedBy"];
  const here = useHere(places, view.shown?.id ?? "");
  return (
    <nav class="outline" aria-label={i18n.t("agreement.contents")}>
      {places.map((place, index) => {
        const section = view.sections.find((each) => each.section === place);
        const empty = section !== undefined && !section.text;
        const changed = comparing && view.changed.some((each) => each === place);
        return (
          <a
            key={place}
            href="#/agreement"
            class={[empty && "empty-one", changed && "changed"].filter(Boolean).join(" ")}
            aria-current={place === here ? "location" : undefined}
            onClick={(event) => {
              event.preventDefault();
              goToSection(place);
            }}
          >
            <span class="num">{index + 1}</span>
            {sectionHeading(place)}
            {isAsking(view, place) && (
              <>
                <Icon of={Signpost} size="sm" />
                <span class="sr">{i18n.t("agreement.beside.missing")}</span>
              </>
            )}
          </a>
        );
      })}
    </nav>
  );
}

/** One of the four that matter most is empty, or there is no day for the review. */
function isAsking({ missing, shown }: AgreementView, place: Place): boolean {
  if (place === "duration") return !shown?.reviewOn && !shown?.endsOn;
  return missing.some((each) => each === place);
}

/** The section at the top of what is in sight. */
function useHere(places: readonly Place[], versionId: string): Place | undefined {
  const [here, setHere] = useState<Place | undefined>(places[0]);
  useEffect(() => {
    const visible = new Set<Place>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const place = places.find((each) => entry.target.id === `${sectionId(each)}-part`);
          if (!place) continue;
          if (entry.isIntersecting) visible.add(place);
          else visible.delete(place);
        }
        setHere((before) => places.find((place) => visible.has(place)) ?? before);
      },
      { root: document.getElementById("main"), rootMargin: "0px 0px -60% 0px" },
    );
    for (const place of places) {
      const part = document.getElementById(`${sectionId(place)}-part`);
      if (part) observer.observe(part);
    }
    return () => observer.disconnect();
  }, [versionId]);
  return here;
}
