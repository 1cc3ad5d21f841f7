import type { Stance } from './model';
import { DUAL } from './stance';
import type { Standing } from './standing';

/** Whether x is in the core under the stance (§4): no coalition would rather, and could, move to another profile. */
export function inCore({ frame, adequate }: Standing, x: number, stance: Stance): boolean {
  return !frame.adoptable.some((y) => adequate(y, x, DUAL[stance]));
}
