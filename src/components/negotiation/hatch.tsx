/** The hatching of the stance `possible`, defined once a page; bars refer to it by `url(#hatch)`. Prints without colour. */
export function HatchPattern() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-possible" fillOpacity="0.45" />
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-strong" strokeWidth="2" />
        </pattern>
      </defs>
    </svg>
  );
}
