import { type Packed, packed, unpacked } from '@/components/ui/packed';
import { STANCES } from '@/core/model';
import { straight } from './dense-layout';
import type { Diagram } from './diagram';

/** Of many profiles an arrow is straight: its ends, and the place of its stance, are all that there is to send of it. */
interface Sent extends Omit<Diagram, 'layout' | 'strictest'> {
  readonly layout: Omit<Diagram['layout'], 'arrows'>;
  readonly arrows: readonly (readonly [from: number, to: number, stance: number])[];
}

export type PackedDiagram = Packed<Diagram | Sent>;

export function packedDiagram(diagram: Diagram): PackedDiagram {
  if (!diagram.dense) return packed<Diagram | Sent>(diagram);
  const { layout, strictest, ...rest } = diagram;
  const { arrows, ...drawn } = layout;
  return packed<Diagram | Sent>({
    ...rest,
    layout: drawn,
    arrows: arrows.map(({ from, to }, k) => [from, to, STANCES.indexOf(strictest[k] ?? 'possible')]),
  });
}

export function diagramIn(text: PackedDiagram): Diagram {
  const sent = unpacked(text);
  if (!('arrows' in sent)) return sent;
  const { layout, arrows, ...rest } = sent;
  return {
    ...rest,
    layout: { ...layout, arrows: arrows.flatMap(([from, to]) => straight(layout.boxes, from, to)) },
    strictest: arrows.map(([, , stance]) => STANCES[stance] ?? 'possible'),
  };
}
