-- The rows of one ballot, as the server writes them, in one transaction; the event's text is that of a ballot, so that the
-- indexes have as much to do. pgbench runs it; each client has a log's head of its own, so that nobody waits for another's.
\set stakeholder random(1, 100000)
WITH p AS (SELECT nextval('bench_position')::int AS position),
e AS (INSERT INTO bench_event SELECT 'log', position, 'ballot.cast', 'd1', now(), bytes FROM p, bench_text),
leaf AS (INSERT INTO bench_tree_node SELECT 'log', 0, position, sha256(position::text::bytea) FROM p),
node AS (INSERT INTO bench_tree_node SELECT 'log', 1, position, sha256(position::text::bytea) FROM p),
c AS (INSERT INTO bench_checkpoint SELECT 'log', 1, position, repeat('x', 230) FROM p),
k AS (INSERT INTO bench_idempotency SELECT 'log', 'user', position::text, repeat('x', 64), position, position, 1, now() FROM p),
h AS (UPDATE bench_log SET size = position, epoch = 1, at = now() FROM p WHERE log = :client_id::text)
INSERT INTO bench_ballot SELECT 'log', :stakeholder::text, position, now(), 'scores', 'd1' FROM p
ON CONFLICT (log, stakeholder) DO UPDATE SET position = excluded.position, at = excluded.at;
