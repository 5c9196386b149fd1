import { CircleAlert } from "lucide";
import { useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Icon } from "@/components/kit/icon.tsx";
import { Segments } from "@/components/kit/segments.tsx";
import { owners } from "@/lib/domain/vocabulary.ts";
import type { ActionsModel } from "@/lib/state/actions.ts";
import type { Failure } from "@/lib/state/failure.ts";

/** The line that takes down a promise: who, what, by when. Kept from its first key. */
export function AddAction({ model, partnerName }: { model: ActionsModel; partnerName: string }) {
  const [problem, setProblem] = useState<Failure | null>(null);
  const title = useRef<HTMLInputElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const errorId = useId();
  const draft = model.draft.value.value;
  const owner = owners.find((each) => each === draft.owner) ?? "me";

  const add = async (): Promise<void> => {
    const broken = date.current?.validity.badInput;
    const failed = broken ? "badDate" : await model.add();
    setProblem(failed);
    (failed === "badDate" ? date : title).current?.focus();
  };

  return (
    <form
      class="compose"
      aria-label={i18n.t("actions.add")}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        ref={title}
        class="input"
        type="text"
        autocomplete="off"
        aria-label={i18n.t("actions.title")}
        aria-invalid={Boolean(problem && problem !== "badDate")}
        aria-describedby={problem ? errorId : undefined}
        placeholder={i18n.t("actions.example")}
        value={draft.title}
        onInput={(event) => {
          setProblem(null);
          model.draft.set({ title: event.currentTarget.value });
        }}
      />
      {problem && (
        <p class="error" role="alert" id={errorId}>
          <Icon of={CircleAlert} size="sm" />
          {i18n.t(`errors.${problem}`)}
        </p>
      )}
      <div class="foot">
        <Segments
          label={i18n.t("actions.owner")}
          value={owner}
          options={owners.map((each) => ({
            value: each,
            label: i18n.t(`actions.owners.${each}`, [partnerName]),
          }))}
          onChange={(value) => model.draft.set({ owner: value })}
        />
        <input
          ref={date}
          class="input day-field"
          type="date"
          aria-label={i18n.t("actions.due")}
          aria-invalid={problem === "badDate"}
          value={draft.dueOn}
          onInput={(event) => {
            const input = event.currentTarget;
            // Half a date reads as empty; taking that over would wipe the field while it is being typed.
            if (!input.validity.badInput) model.draft.set({ dueOn: input.value });
          }}
        />
        <label class="pick">
          <input
            class="check"
            type="checkbox"
            checked={draft.must}
            onChange={(event) => model.draft.set({ must: event.currentTarget.checked })}
          />
          <span>{i18n.t("actions.must")}</span>
        </label>
        <button type="submit" class="btn sm primary">
          {i18n.t("actions.addOne")}
        </button>
      </div>
    </form>
  );
}
