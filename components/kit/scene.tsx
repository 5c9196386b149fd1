/** A trail through hills with a first post: the picture of the first run. */
export function Scene({ label }: { label: string }) {
  return (
    <svg
      class="scene"
      viewBox="0 54 340 144"
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={label}
    >
      <g class="far">
        <path d="M0 96C40 84 62 60 96 62s44 26 78 24 52-38 92-36 50 22 74 26" />
        <path d="M0 128c46-8 84-26 128-20s70 18 112 8 68-20 100-14" />
      </g>
      <path class="base" d="M172 186c56-12 108-3 168-9M0 178c22 3 40 3 56 1" />
      <path class="ahead" d="M168 132c26-8 60-10 66-22s-38-16-20-28 44-4 52-14" />
      <path class="walked" d="M44 220c-4-34 70-34 92-52 16-13 6-27 32-36" />
      <g class="marks">
        <path class="done" d="m84.2 180 7 7-7 7-7-7z" />
        <path class="done" d="m142.4 154 7 7-7 7-7-7z" />
        <path class="next" d="m233.7 98 7 7-7 7-7-7z" />
        <path class="next" d="m266 62 6 6-6 6-6-6z" />
      </g>
      <path class="post" d="M155 108.5 181 96v36h-26z" />
      <text x="168" y="124.5" text-anchor="middle">
        1
      </text>
    </svg>
  );
}
