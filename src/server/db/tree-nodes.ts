/** Stored nodes of a log's tree (ledger.md §2). */
import type { NodeAddress, ReadNode, TreeNode } from '@/ledger/tree';
import type { Pool, PoolClient } from './pool';

/** Reads nodes in one query, for a tree whose complete nodes are all stored. */
export async function readNodes(
  database: Pool | PoolClient,
  log: string,
  addresses: readonly NodeAddress[],
): Promise<ReadNode> {
  if (addresses.length === 0) return nodeReader([]);
  const { rows } = await database.query<{ level: number; index: string; hash: Buffer }>({
    name: 'read-tree-nodes',
    text: `SELECT t.level, t.index, t.hash FROM tree_node t
           JOIN unnest($2::int[], $3::bigint[]) AS wanted (level, index) USING (level, index) WHERE t.log = $1`,
    values: [log, addresses.map((a) => a.level), addresses.map((a) => a.index)],
  });
  return nodeReader(rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash })));
}

/** Reads from nodes at hand. It throws where one is missing: that would be a fault of the stored tree. */
function nodeReader(nodes: readonly TreeNode[]): ReadNode {
  const byAddress = new Map(nodes.map((node) => [`${node.level}/${node.index}`, node.hash]));
  return ({ level, index }) => {
    const hash = byAddress.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`tree node ${level}/${index} is missing`);
    return hash;
  };
}
