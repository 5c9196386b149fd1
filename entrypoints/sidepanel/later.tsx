import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { reportError } from "@/lib/browser/report-error.ts";

/** A page that is loaded when it is first gone to: what is seldom looked at need not be there when the panel opens. */
export function Later<Props extends object>({
  load,
  props,
}: {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}) {
  const [Page, setPage] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    load().then(
      (page) => setPage(() => page),
      (error: unknown) => reportError("page", error),
    );
  }, []);
  return Page && <Page {...props} />;
}
