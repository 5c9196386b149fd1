import { i18n } from "#i18n";
import { CaptureLine } from "@/components/kit/capture-line.tsx";
import { FailureNotice } from "@/components/kit/failure-notice.tsx";
import { ToastHost } from "@/components/kit/toast-host.tsx";
import { NotFound } from "@/components/shell/not-found.tsx";
import { Shell } from "@/components/shell/shell.tsx";
import { toast, undoAct } from "@/lib/state/acts.ts";
import { failure } from "@/lib/state/failure.ts";
import { route } from "@/lib/state/route.ts";
import { createShell } from "@/lib/state/shell.ts";

const shell = createShell();

/** The app of panel and workspace: which screen stands in the frame. */
export function App() {
  const view = shell.view.value;
  const at = route.value;
  if (view === undefined) return <FailureNotice failure={failure.value} />;
  if (view === null) return <p>welcome</p>;
  const path = at.page === "unknown" ? at.path : `/${at.page}`;
  return (
    <>
      <Shell
        model={shell}
        view={view}
        path={path}
        title={at.page === "unknown" ? i18n.t("notFound.title") : i18n.t("nav.today")}
        footer={<CaptureLine capture={shell.capture} name={i18n.t("capture.name")} />}
      >
        <NotFound path={path} />
      </Shell>
      <ToastHost
        toast={toast}
        onUndo={(act) => void undoAct(act, i18n.t("said.undone"))}
        onGone={() => {
          toast.value = null;
        }}
      />
    </>
  );
}
