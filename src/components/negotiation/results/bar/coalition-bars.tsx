'use client';

import { useMemo } from 'react';
import { usePicturesFrame } from '../pictures-frame';
import type { BarNode } from './bar-tree';
import { Coalition, type NodeStanding } from './coalition';
import { MemberList } from './member-list';
import { Readout } from './readout';
import { RuleView } from './rule-view';
import type { Level } from './segments';
import { StanceHeads } from './stance-marks';
import type { GainWords } from './use-member-words';
import { useOut } from './use-out';

/** A coalition against every threshold of its rule, stakeholder by stakeholder, to be taken apart (§4 "Critical members"). */
export function CoalitionBars({
  tree,
  levels,
  gains,
}: {
  readonly tree: BarNode;
  /** A digit per stakeholder: under how many stances it gains. */
  readonly levels: string;
  readonly gains: readonly GainWords[] | null;
}) {
  const { stakeholders } = usePicturesFrame();
  const looking = useOut();
  const { out } = looking;
  const told = useMemo(() => Array.from(levels, levelOf), [levels]);
  const coalition = useMemo(() => new Coalition(stakeholders, told, out), [stakeholders, told, out]);
  const stance = coalition.adequateUnder(tree.rule);
  const critical = useMemo(
    () => new Set(stance === null ? [] : coalition.critical(tree.rule, stance)),
    [coalition, tree, stance],
  );
  return (
    <div>
      <StanceHeads />
      <RuleView
        node={tree}
        drawn={{
          levels: told,
          gains,
          critical,
          looking,
          standing: (node: BarNode): NodeStanding => coalition.standing(node),
        }}
      />
      <Readout levels={told} gains={gains} critical={critical} stance={stance} looking={looking} />
      <MemberList levels={told} gains={gains} critical={critical} looking={looking} />
    </div>
  );
}

function levelOf(digit: string): Level {
  return digit === '3' ? 3 : digit === '2' ? 2 : digit === '1' ? 1 : 0;
}
