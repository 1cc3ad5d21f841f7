'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { InOrder } from '@/components/ui/in-order';
import type { ByStance } from '@/core/model';
import { byStance } from '@/core/stance';
import { percentOf } from '../../numbers';
import { thresholdLabel, trackLabel } from '../../track-words';
import { usePicturesFrame } from '../pictures-frame';
import type { BarNode } from './bar-tree';
import type { NodeStanding } from './coalition';
import { type Level, type Segment, segmentsOf } from './segments';
import { StanceMarks } from './stance-marks';
import { TrackBar } from './track-bar';
import { type GainWords, type TrackNode, useMemberWords } from './use-member-words';
import type { Looking } from './use-out';

/** What a rule is drawn of. */
export interface Drawn {
  readonly levels: readonly Level[];
  readonly gains: readonly GainWords[] | null;
  readonly critical: ReadonlySet<number>;
  readonly looking: Looking;
  readonly standing: (node: BarNode) => NodeStanding;
}

/** A rule as it combines: each group behind its bracket, each threshold a track. */
export function RuleView({ node, drawn }: { readonly node: BarNode; readonly drawn: Drawn }) {
  const t = useTranslations('pictures.bar');
  switch (node.kind) {
    case 'track':
      return <TrackRow node={node} drawn={drawn} />;
    case 'includes':
      return <IncludesRow node={node} drawn={drawn} />;
    case 'needs':
      return (
        <Bracket label={t('needs')} standing={drawn.standing(node)}>
          <RuleView node={node.node} drawn={drawn} />
        </Bracket>
      );
    case 'allOf':
    case 'anyOf':
      return (
        <Bracket label={t(node.kind)} standing={drawn.standing(node)}>
          <InOrder of={node.nodes}>{(inner) => <RuleView node={inner} drawn={drawn} />}</InOrder>
        </Bracket>
      );
  }
}

function Bracket({
  label,
  standing,
  children,
}: {
  readonly label: string;
  readonly standing: NodeStanding;
  readonly children: ReactNode;
}) {
  return (
    <div className="border-l-2 border-strong pl-3">
      <p className="mb-1 flex justify-between gap-x-4 text-note text-muted">
        {label}
        <StanceMarks holds={standing.holds} />
      </p>
      <div className="space-y-3">{children}</div>
    </div>
  );
}

function TrackRow({ node, drawn }: { readonly node: TrackNode; readonly drawn: Drawn }) {
  const t = useTranslations('pictures.bar');
  const c = useTranslations('common');
  const format = useFormatter();
  const { stakeholders, dimensions } = usePicturesFrame();
  const { track, dimension } = node;
  const { levels, looking } = drawn;
  const words = useMemberWords(levels, drawn.gains);
  const name = trackLabel(track, { dimensions }, c);
  const threshold = thresholdLabel(track, c);
  const { holds, value } = drawn.standing(node);
  const sums: ByStance<number> = value ?? { necessary: 0, expected: 0, possible: 0 };
  const values = byStance((stance) =>
    dimension === null ? format.number(sums[stance]) : percentOf(sums[stance], track.total, [track]),
  );
  const nameOf = ({ members }: Segment) => stakeholders[members[0] ?? -1]?.name ?? '';
  const wordsOf = ({ members, out }: Segment) =>
    [
      words(members, node),
      ...(members.some((member) => drawn.critical.has(member)) ? [t('criticalShort')] : []),
      ...(out ? [t('out')] : []),
    ].join(' ');
  return (
    <div className="min-w-0">
      <p className="flex justify-between gap-x-4 text-note">
        <span>
          {name}
          {dimension === null ? <span className="text-muted"> {t('ofAll', { n: track.total })}</span> : null}
        </span>
        <StanceMarks holds={holds} values={values} />
      </p>
      <TrackBar
        node={node}
        label={t('track', { track: name, threshold })}
        threshold={threshold}
        segments={segmentsOf(
          stakeholders.map(({ weights }) => (dimension === null ? 1 : (weights[dimension] ?? 0))),
          levels,
          looking.out,
        )}
        critical={drawn.critical}
        looking={looking}
        wordsOf={wordsOf}
        nameOf={nameOf}
      />
    </div>
  );
}

function IncludesRow({
  node,
  drawn,
}: {
  readonly node: Extract<BarNode, { kind: 'includes' }>;
  readonly drawn: Drawn;
}) {
  const t = useTranslations('pictures.bar');
  const format = useFormatter();
  const { stakeholders } = usePicturesFrame();
  const names = node.stakeholders.map((i) => stakeholders[i]?.name ?? '');
  return (
    <p className="flex justify-between gap-x-4 text-note">
      {t('includes', { names: format.list(names) })}
      <StanceMarks holds={drawn.standing(node).holds} />
    </p>
  );
}
