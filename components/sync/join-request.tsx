import { Copy } from "lucide";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { useLooking } from "@/components/kit/use-looking.ts";
import { clockMinute } from "@/lib/i18n/dates.ts";
import type { SyncRequestModel } from "@/lib/state/sync-request.ts";
import { SetUpTrouble } from "./set-up-trouble.tsx";

/** The request of this browser and its five words, until another browser has answered. */
export function JoinRequest({
  model,
  request: { block, words, expires },
}: {
  model: SyncRequestModel;
  request: { block: string; words: string; expires: number };
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [block]);
  useLooking(() => model.look());
  return (
    <section class="join-request">
      <h3 class="head" ref={head} tabIndex={-1}>
        {i18n.t("sync.join.askTitle")}
      </h3>
      <ol class="join-steps">
        <li>{i18n.t("sync.join.askStep1")}</li>
        <li>
          <p>{i18n.t("sync.join.askStep2")}</p>
          <p class="hint">{i18n.t("sync.join.askStep2Hint")}</p>
          <textarea
            class="textarea mono block"
            aria-label={i18n.t("sync.browsers.request")}
            readOnly
            rows={4}
            value={block}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div class="btns">
            <button type="button" class="btn" onClick={() => model.copy(block)}>
              <Icon of={Copy} size="sm" />
              {i18n.t("sync.join.copy")}
            </button>
          </div>
          <QrCode model={model} text={block} />
        </li>
        <li>
          <p>{i18n.t("sync.join.askStep3")}</p>
          <p class="words mono">{words}</p>
        </li>
      </ol>
      <p class="soft" role="status">
        {i18n.t("sync.join.waiting", [clockMinute(expires)])}
      </p>
      <SetUpTrouble model={model} />
      <div class="btns">
        <button type="button" class="btn quiet" onClick={() => void model.drop()}>
          {i18n.t("sync.join.withCode")}
        </button>
      </div>
    </section>
  );
}

/** Dark on light in both colour schemes, or cameras do not read it. */
function QrCode({ model, text }: { model: SyncRequestModel; text: string }) {
  const [code, setCode] = useState<{ path: string; size: number } | null>(null);
  const draw = async (): Promise<void> => {
    setCode(await model.qrCode(text));
  };
  return (
    <details
      class="qr-fold"
      onToggle={(event) => {
        if (event.currentTarget.open && !code) void draw();
      }}
    >
      <summary>{i18n.t("sync.join.qr")}</summary>
      {code && (
        <svg
          class="qr"
          role="img"
          aria-label={i18n.t("sync.join.qrLabel")}
          viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`}
          shape-rendering="crispEdges"
        >
          <rect x="-4" y="-4" width={code.size + 8} height={code.size + 8} fill="#fff" />
          <path d={code.path} fill="#000" />
        </svg>
      )}
    </details>
  );
}
