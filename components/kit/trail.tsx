import { Blaze, type BlazeState } from "./blaze.tsx";

/** Progress over the four phases as a stretch of trail. `fraction` is 0 to 1; `label` says it in words. */
export function Trail({ fraction, state, label }: { fraction: number; state: BlazeState; label: string }) {
  return (
    <span class="trail" style={{ "--p": `${fraction * 100}%` }} role="img" aria-label={label}>
      {[0.25, 0.5, 0.75].map((tick) => (
        <i key={tick} class={fraction >= tick ? "past" : ""} />
      ))}
      <Blaze state={state} />
    </span>
  );
}
