import type { CompiledRule } from '@/core/rule';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { type Track, trackOf } from '../../tracks';

/** A rule tree (aggregation.md §2) as it is drawn, each node with what the core judges coalitions by. */
export type BarNode = { readonly rule: CompiledRule } & (
  | {
      readonly kind: 'track';
      readonly track: Track;
      /** Index of the dimension; `null`: stakeholders are counted. */
      readonly dimension: number | null;
    }
  | { readonly kind: 'includes'; readonly stakeholders: readonly number[] }
  | { readonly kind: 'allOf' | 'anyOf'; readonly nodes: readonly BarNode[] }
  /** What the profile needs beyond the rule. */
  | { readonly kind: 'needs'; readonly node: BarNode }
);

type Frame = Pick<NegotiationFile, 'dimensions' | 'stakeholders' | 'rule'>;

/** A_x: the compiled rule has the shape of the file's, and one node more around both where the profile has needs. */
export function barTree(frame: Frame, needs: RuleNode | undefined, compiled: CompiledRule): BarNode {
  if (needs === undefined) return nodeOf(frame.rule, compiled, frame);
  const [ruleOf, needsOf] = compiled.kind === 'allOf' ? compiled.nodes : [];
  if (ruleOf === undefined || needsOf === undefined) throw new Error('needs that were not compiled');
  const rule = nodeOf(frame.rule, ruleOf, frame);
  const extra: BarNode = { kind: 'needs', rule: needsOf, node: nodeOf(needs, needsOf, frame) };
  return {
    kind: 'allOf',
    rule: compiled,
    nodes: rule.kind === 'allOf' ? [...rule.nodes, extra] : [rule, extra],
  };
}

function nodeOf(node: RuleNode, rule: CompiledRule, frame: Frame): BarNode {
  switch (rule.kind) {
    case 'allOf':
    case 'anyOf': {
      const inner = 'allOf' in node ? node.allOf : 'anyOf' in node ? node.anyOf : [];
      return {
        kind: rule.kind,
        rule,
        nodes: rule.nodes.flatMap((each, k) => {
          const written = inner[k];
          return written === undefined ? [] : [nodeOf(written, each, frame)];
        }),
      };
    }
    case 'includes':
      return { kind: 'includes', rule, stakeholders: rule.stakeholders };
    case 'weight':
    case 'count': {
      const track = trackOf(node, frame);
      if (track === null) throw new Error(`a ${rule.kind} that is no track`);
      return { kind: 'track', rule, track, dimension: rule.kind === 'weight' ? rule.dimension : null };
    }
  }
}
