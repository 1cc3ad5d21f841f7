import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aggregate } from '@/core/aggregate';
import { BASES, STANCES } from '@/core/model';
import { negotiations } from '@/core/testing/arbitrary-negotiation';
import { runs } from '@/core/testing/property-runs';
import { fileOf } from '@/negotiation/testing/file-of';
import { digitsOf, matrixIn } from './pairs/matrix-digits';
import { denseLayout } from './pareto/dense-layout';
import { diagramOf } from './pareto/diagram';
import { diagramIn, packedDiagram } from './pareto/packed-diagram';
import { dominance } from './pareto/relation';
import { frameIn, sentFrame } from './sent-frame';

const counts = fc.array(fc.oneof(fc.nat(70), fc.nat(1_000_000)), { maxLength: 40 });

it('a matrix comes out of its digits as it went in', () => {
  fc.assert(
    fc.property(counts, fc.infiniteStream(fc.boolean()), (members, isAdequate) => {
      const adequate = members.map(() => (isAdequate.next().value === true ? '1' : '0')).join('');
      expect(matrixIn(digitsOf({ members, adequate }))).toEqual({ members, adequate });
    }),
    runs(300),
  );
});

it('a diagram comes out of its text as it went in, many profiles or few', () => {
  fc.assert(
    fc.property(
      negotiations(),
      fc.constantFrom(...BASES),
      fc.constantFrom(...STANCES),
      (drawn, basis, stance) => {
        const result = aggregate(drawn, { basis });
        const few = diagramOf(result, stance);
        const layout = denseLayout(dominance(result, stance));
        const strictest = layout.arrows.map((_, k) => STANCES[k % STANCES.length] ?? 'possible');
        const many = { ...few, dense: true, layout, strictest };
        for (const diagram of [few, many]) expect(diagramIn(packedDiagram(diagram))).toEqual(diagram);
      },
    ),
    runs(100),
  );
});

it('the frame of the pictures has everybody with every weight', () => {
  fc.assert(
    fc.property(negotiations(), (drawn) => {
      const { stakeholders, dimensions = [] } = fileOf(drawn);
      expect(frameIn(sentFrame({ stakeholders, dimensions }))).toEqual({
        dimensions,
        stakeholders: stakeholders.map(({ id, name, kind, weights }) => ({
          id,
          name,
          kind,
          weights: dimensions.map((dimension) => weights?.[dimension.id] ?? 0),
        })),
      });
    }),
    runs(60),
  );
});
