import "@/components/styles/sync.css";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useKeepFocus } from "@/components/kit/use-keep-focus.ts";
import { SetSection } from "@/components/settings/set-section.tsx";
import type { SyncModel } from "@/lib/state/sync.ts";
import { Activity } from "./activity.tsx";
import { Browsers } from "./browsers.tsx";
import { CodeSheet } from "./code-sheet.tsx";
import { ConflictList } from "./conflict-list.tsx";
import { Notices } from "./notices.tsx";
import { PassphraseRow } from "./passphrase-row.tsx";
import { RecoveryCodeRow } from "./recovery-code-row.tsx";
import { RoomNeeds } from "./room-needs.tsx";
import { SetUp } from "./set-up.tsx";
import { StateLine } from "./state-line.tsx";
import { StorageRows } from "./storage-rows.tsx";

/** Browsers in step: the way there, and then how it stands. */
export function SyncSections({ model }: { model: SyncModel }) {
  const page = useKeepFocus<HTMLDivElement>(true);
  const [later, setLater] = useState<ReadonlySet<number>>(new Set());
  const space = model.space.value;
  const { busy, code, codeShown } = model.setUp;
  if (space === undefined) return null;
  // The space is there a moment before its code is.
  const isOff = !space || busy.value === "beginning";
  const isCode = !isOff && code.value && codeShown.value && space.codeConfirmedAt === null;
  const isOut = model.view.value?.words === "removed";
  return (
    <div ref={page} tabIndex={-1} class="sync-page">
      <RoomNeeds rooms={model.rooms.value} now={model.now.value} />
      {isOff ? (
        <SetUp model={model} />
      ) : isCode ? (
        <CodeSheet model={model.setUp} />
      ) : (
        <>
          {/* What asks for a choice comes before what is looked for now and then. */}
          <ConflictList
            model={model.conflicts}
            open={(model.conflicts.open.value ?? []).filter(({ i }) => !later.has(i))}
            kept={model.conflicts.justKept.value}
            now={model.now.value}
            onLater={(i) => {
              setLater(new Set([...later, i]));
              model.conflicts.putOff();
            }}
          />
          <SetSection title={i18n.t("sync.title")} intro={i18n.t("sync.intro")}>
            <StateLine model={model} space={space} />
            <Notices model={model} notices={space.status.notices} />
            <StorageRows model={model} space={space} isOut={isOut}>
              <RecoveryCodeRow
                model={model.setUp}
                confirmedAt={space.codeConfirmedAt}
                joinedAt={space.since}
              />
              <PassphraseRow model={model.passphrase} isSet={space.hasPassphrase} />
            </StorageRows>
          </SetSection>
          {!isOut && <Browsers model={model} />}
          <Activity events={model.events.value ?? []} now={model.now.value} />
        </>
      )}
    </div>
  );
}
