import { type Packed, packed, unpacked } from '@/components/ui/packed';
import type { FileDimension, NegotiationFile, StakeholderKind } from '@/negotiation/file/model';
import { workedOut } from '@/negotiation/worked-out';
import type { PicturesFrameValue } from './pictures-frame';

/** What the pictures of a page have in common as it is sent: of each stakeholder its members in this order. */
export type SentFrame = Packed<{
  readonly dimensions: readonly FileDimension[];
  readonly stakeholders: readonly (readonly [
    id: string,
    name: string,
    kind: StakeholderKind,
    ...weights: number[],
  ])[];
}>;

export const sentFrame = workedOut(
  ({ dimensions = [], stakeholders }: Pick<NegotiationFile, 'dimensions' | 'stakeholders'>): SentFrame =>
    packed({
      dimensions,
      stakeholders: stakeholders.map(
        ({ id, name, kind, weights }) =>
          [id, name, kind, ...dimensions.map((dimension) => weights?.[dimension.id] ?? 0)] as const,
      ),
    }),
);

export function frameIn(sent: SentFrame): PicturesFrameValue {
  const { dimensions, stakeholders } = unpacked(sent);
  return {
    dimensions,
    stakeholders: stakeholders.map(([id, name, kind, ...weights]) => ({ id, name, kind, weights })),
  };
}
