import type { ThreatStatus } from '@/core/model';

/** A status as the browser gets it. */
export const LETTER_OF: { readonly [S in ThreatStatus]: string } = {
  worse: 'w',
  unresolved: 'u',
  'no-worse': 'n',
  safer: 's',
};
/** Of a threat that does not apply. */
export const NO_STATUS = '-';
