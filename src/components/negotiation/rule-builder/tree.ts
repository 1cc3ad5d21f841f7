import type { FileDimension, FileStakeholder, RuleNode } from '@/negotiation/file/model';

/** The kinds of node of a rule tree (aggregation.md §2), as its cards name them. */
export const NODE_KINDS = ['allOf', 'anyOf', 'quota', 'members', 'includes'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What a rule may refer to. */
export interface RuleSubjects {
  readonly dimensions: readonly FileDimension[];
  readonly stakeholders: readonly FileStakeholder[];
}

/** From the root, the index among the nodes of each group on the way. */
export type NodePath = readonly number[];

export function kindOf(node: RuleNode): NodeKind {
  if ('allOf' in node) return 'allOf';
  if ('anyOf' in node) return 'anyOf';
  if ('quota' in node) return 'quota';
  return 'members' in node ? 'members' : 'includes';
}

/** The nodes of a group; `null` of a leaf. */
export function nodesOf(node: RuleNode): readonly RuleNode[] | null {
  if ('allOf' in node) return node.allOf;
  return 'anyOf' in node ? node.anyOf : null;
}

function isGroup(kind: NodeKind): kind is 'allOf' | 'anyOf' {
  return kind === 'allOf' || kind === 'anyOf';
}

function group(kind: 'allOf' | 'anyOf', nodes: readonly RuleNode[]): RuleNode {
  return kind === 'allOf' ? { allOf: nodes } : { anyOf: nodes };
}

/** What a new card starts from: a majority of the first dimension, or of the stakeholders where there is none. */
export function newCondition({ dimensions: [first] }: RuleSubjects): RuleNode {
  return first === undefined
    ? { members: { moreThan: '1/2' } }
    : { quota: { dimension: first.id, moreThan: '1/2' } };
}

/** A node of another kind: a group keeps its nodes, a leaf goes into a new group, a group gives way to a leaf of it. */
export function turned(node: RuleNode, kind: NodeKind, subjects: RuleSubjects): RuleNode {
  const nodes = nodesOf(node);
  if (isGroup(kind)) return group(kind, nodes ?? [node]);
  const kept = nodes?.find((inner) => kindOf(inner) === kind);
  if (kept !== undefined) return kept;
  switch (kind) {
    case 'quota':
      return { quota: { dimension: subjects.dimensions[0]?.id ?? '', moreThan: '1/2' } };
    case 'members':
      return { members: { moreThan: '1/2' } };
    case 'includes':
      return { includes: subjects.stakeholders.slice(0, 1).map(({ id }) => id) };
  }
}

/** The tree with the node there as `change` makes it; `null` takes it out of its group, which may be left empty. */
export function edited(
  root: RuleNode,
  path: NodePath,
  change: (node: RuleNode) => RuleNode | null,
): RuleNode {
  return changed(root, path, change) ?? root;
}

function changed(
  node: RuleNode,
  [index, ...rest]: NodePath,
  change: (node: RuleNode) => RuleNode | null,
): RuleNode | null {
  if (index === undefined) return change(node);
  const kind = kindOf(node);
  if (!isGroup(kind)) return node;
  const nodes = (nodesOf(node) ?? []).flatMap((inner, at) => {
    if (at !== index) return [inner];
    const next = changed(inner, rest, change);
    return next === null ? [] : [next];
  });
  return group(kind, nodes);
}

/** The group there with one more node at its end. */
export function withNode(root: RuleNode, path: NodePath, added: RuleNode): RuleNode {
  return edited(root, path, (node) => {
    const kind = kindOf(node);
    return isGroup(kind) ? group(kind, [...(nodesOf(node) ?? []), added]) : node;
  });
}
