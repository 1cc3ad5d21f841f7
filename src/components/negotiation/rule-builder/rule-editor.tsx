'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Fault, RuleNode } from '@/negotiation/file/model';
import { placeOf } from './fault-place';
import { type CardActions, RuleCard } from './rule-card';
import {
  edited,
  kindOf,
  type NodePath,
  newCondition,
  nodesOf,
  type RuleSubjects,
  turned,
  withNode,
} from './tree';

/**
 * A rule tree (aggregation.md §2) as nested cards. Whoever shows it holds the tree and judges it: a tree that is being
 * built may have faults, which stand at their cards. The focus follows what was added, and what is left of a removal.
 */
export function RuleEditor({
  label,
  value,
  onChange,
  subjects,
  faults,
}: {
  readonly label: string;
  readonly value: RuleNode;
  readonly onChange: (value: RuleNode) => void;
  readonly subjects: RuleSubjects;
  /** As `validateRule` or `validateAdequacyRule` tell them, with paths from the root of the tree. */
  readonly faults: readonly Fault[];
}) {
  const t = useTranslations('ruleBuilder');
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [told, tell] = useState('');
  useEffect(() => {
    if (wanted.current === null) return;
    const place = wanted.current;
    wanted.current = null;
    for (const element of frame.current?.querySelectorAll<HTMLElement>('[data-place]') ?? []) {
      if (element.dataset['place'] === place) element.focus();
    }
  });
  const actions: CardActions = {
    change: (path, node) => onChange(edited(value, path, () => node)),
    turn: (path, kind) => {
      wanted.current = segmentsPlace(value, path);
      onChange(edited(value, path, (node) => turned(node, kind, subjects)));
    },
    add: (path) => {
      const next = withNode(value, path, newCondition(subjects));
      const group = nodeAt(next, path);
      wanted.current = segmentsPlace(next, [...path, (nodesOf(group)?.length ?? 1) - 1]);
      tell(t('told.added'));
      onChange(next);
    },
    remove: (path) => {
      const next = edited(value, path, () => null);
      const parent = path.slice(0, -1);
      const left = nodesOf(nodeAt(next, parent))?.length ?? 0;
      const neighbour = Math.min(path.at(-1) ?? 0, left - 1);
      wanted.current =
        left === 0 ? `${segmentsPlace(next, parent)} add` : segmentsPlace(next, [...parent, neighbour]);
      tell(t('told.removed'));
      onChange(next);
    },
  };
  return (
    <div ref={frame}>
      <section aria-label={label}>
        <RuleCard
          node={value}
          path={[]}
          segments={[]}
          subjects={subjects}
          faults={faults}
          actions={actions}
        />
      </section>
      <p role="status" className="sr-only">
        {told}
      </p>
    </div>
  );
}

function nodeAt(root: RuleNode, path: NodePath): RuleNode {
  return path.reduce((node, index) => nodesOf(node)?.[index] ?? node, root);
}

function segmentsPlace(root: RuleNode, path: NodePath): string {
  const segments = path.flatMap((index, depth) => [kindOf(nodeAt(root, path.slice(0, depth))), index]);
  return placeOf(segments);
}
