-- What the history's filters look for, each by an index (product.md §3). Types have one already; times need none, since
-- they ascend with the positions.
CREATE INDEX "event_log_actor_position_idx" ON "event"("log", "actor", "position");

-- Every JSON string of an event that could be an id, each after its log: a sieve that lets through too much, and never
-- too little. Whether an event is about a stakeholder or a profile is judged on what it lets through.
CREATE FUNCTION event_names(log text, bytes text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS 'SELECT array_agg(DISTINCT log || '' '' || found[1]) FROM regexp_matches(bytes, ''"([a-z0-9][a-z0-9._-]{0,63})"'', ''g'') AS found';

CREATE INDEX "event_names_idx" ON "event" USING GIN (event_names("log", "bytes"));
