-- The same strings by splitting at the quotes, as text and escapes between them let through a little more: a tenth of the
-- time, which every event pays when it is appended. One that stands twice in an event need not be told apart, since the
-- index keeps it once.
CREATE OR REPLACE FUNCTION event_names(log text, bytes text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS 'SELECT array_agg(log || '' '' || part) FROM unnest(string_to_array(bytes, ''"'')) AS part WHERE length(part) <= 64 AND part ~ ''^[a-z0-9][a-z0-9._-]*$''';

REINDEX INDEX "event_names_idx";
