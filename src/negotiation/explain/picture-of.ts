import type { Message } from './message';

/** The pictures of the results page to which a sentence on a profile can be held. */
export const PICTURES = ['support', 'gains', 'threats', 'stability'] as const;
export type Picture = (typeof PICTURES)[number];

/** The picture that shows what the sentence says. */
export function pictureOf({ key }: Message): Picture {
  const [group, name] = key.split('.');
  switch (group) {
    case 'threats':
    case 'stability':
      return group;
    case 'gap':
    case 'flip':
      return 'gains';
    case 'reason':
      return name === 'criticalGain' || name === 'worseOff' || name === 'silent' ? 'gains' : 'support';
    default:
      return 'support';
  }
}
