import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { reportError } from "@/lib/browser/report-error.ts";

/** What was loaded before: it stands at once when it is come back to. */
const known = new Map<unknown, unknown>();

/** A page that is loaded when it is first gone to: what is seldom looked at need not be there when the panel opens. */
export function Later<Props extends object>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}) {
  const [Page, setPage] = useState<ComponentType<Props> | null>(
    () => (known.get(load) as ComponentType<Props> | undefined) ?? null,
  );
  useEffect(() => {
    if (Page) return;
    load().then(
      (page) => {
        known.set(load, page);
        setPage(() => page);
      },
      (error: unknown) => reportError("page", error),
    );
  }, []);
  return Page && <Page {...props} />;
}
