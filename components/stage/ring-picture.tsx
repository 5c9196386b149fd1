import { i18n } from "#i18n";
import { weekWords } from "@/components/kit/life-words.ts";
import { turnOf, turns } from "@/lib/domain/life-cycle.ts";
import { type Ring, ringOf } from "@/lib/domain/ring.ts";
import type { Stage } from "@/lib/domain/vocabulary.ts";
import type { StagesView } from "@/lib/state/stages.ts";

const radius = 76;
const inner = 62;
/** Where one turn borders on the next there is a tick, and the line leaves it room. */
const gap = 4;

/** The stage whose checklist counts for each turn; what comes after the circle counts for the last once it has begun. */
const stageByTurn = { prepare: "prepare", initiate: "initiation", cultivate: "cultivation" } as const;

/** The life cycle as a trail in a circle: solid is walked, dotted is ahead, a thin way inside leads back. */
export function RingPicture({ view }: { view: StagesView }) {
  const { life, walk, checklists } = view;
  const turn = turnOf(life.stage);
  const number = turns.indexOf(turn) + 1;
  const name = i18n.t(`lifecycle.turns.${turn}`);
  const evaluate: Stage = life.stage === "redefinition" ? "redefinition" : "separation";
  return (
    <div class="cycle" role="img" aria-label={i18n.t("lifecycle.ring", [String(number), name])}>
      <RingDrawing ring={ringOf(life, walk)} />
      <p class="cycle-mid">
        <span class="strong">{name}</span>
        <span class="meta">{weekWords(life)}</span>
      </p>
      {turns.map((each, index) => {
        const { done, total } = checklists[each === "evaluate" ? evaluate : stageByTurn[each]];
        const state = each === turn ? " here" : index + 1 < number ? " walked" : "";
        return (
          <p key={each} class={`cycle-turn ${each}${state}`}>
            <span>{i18n.t(`lifecycle.turns.${each}`)}</span>
            <span class="meta num">{i18n.t("checklist.count", [String(done), String(total)])}</span>
          </p>
        );
      })}
    </div>
  );
}

function RingDrawing({ ring }: { ring: Ring }) {
  const dot = point(radius, ring.at);
  return (
    <svg class="cycle-trail" viewBox="0 0 200 200" aria-hidden="true">
      {turns.map((each, index) => {
        const [from, to] = [index * 90 + gap, (index + 1) * 90 - gap];
        const walked = Math.min(to, ring.at);
        return (
          <g key={each}>
            {walked < to && <path class="ahead" d={arc(Math.max(from, walked), to)} />}
            {walked > from && <path class="walked" d={arc(from, walked)} />}
            <path
              class={ring.at >= index * 90 ? "tick walked" : "tick"}
              d={line(point(radius - 4, index * 90), point(radius + 4, index * 90))}
            />
          </g>
        );
      })}
      <path class={ring.beyond ? "walked" : "ahead"} d="M104 24C132 24 150 20 168 6" />
      {ring.loops.map(({ from, to }) => (
        <g key={`${from} ${to}`} class="loop">
          <path d={loop(from, to)} />
          <path d={arrow(to)} />
        </g>
      ))}
      {ring.beyond ? (
        <circle class="now" cx="168" cy="6" r="5" />
      ) : (
        <circle class="now" cx={dot.x} cy={dot.y} r="6" />
      )}
    </svg>
  );
}

interface Point {
  x: number;
  y: number;
}

/** @param degrees from the top, clockwise */
function point(at: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: round(100 + at * Math.sin(angle)), y: round(100 - at * Math.cos(angle)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function line(a: Point, b: Point): string {
  return `M${a.x} ${a.y}L${b.x} ${b.y}`;
}

function arc(from: number, to: number): string {
  const [a, b] = [point(radius, from), point(radius, to)];
  return `M${a.x} ${a.y}A${radius} ${radius} 0 0 1 ${b.x} ${b.y}`;
}

/** Off the trail, back along its inner side, and on to it again. */
function loop(from: number, to: number): string {
  const [off, a, b, on] = [
    point(radius - 3, from),
    point(inner, from - 10),
    point(inner, to + 10),
    point(radius - 5, to),
  ];
  const [turnOff, turnOn] = [point(inner, from - 2), point(inner, to + 2)];
  const large = from - to - 20 > 180 ? 1 : 0;
  return `M${off.x} ${off.y}Q${turnOff.x} ${turnOff.y} ${a.x} ${a.y}A${inner} ${inner} 0 ${large} 0 ${b.x} ${b.y}Q${turnOn.x} ${turnOn.y} ${on.x} ${on.y}`;
}

/** The tip of a way back, on the trail. */
function arrow(to: number): string {
  const [tip, left, right] = [
    point(radius - 4, to),
    point(radius - 9, to - 3.5),
    point(radius - 9, to + 3.5),
  ];
  return `M${left.x} ${left.y}L${tip.x} ${tip.y}L${right.x} ${right.y}`;
}
