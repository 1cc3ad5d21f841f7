-- Results are stored in parts, each under the hash of its text, so that the next one writes what changed. What was stored
-- as one text follows from the events: the server computes it anew when it starts, closed rounds among it, as it does
-- for a log that has no standings.
TRUNCATE "standing", "standing_profile", "standing_support", "standing_head";

ALTER TABLE "standing" DROP COLUMN "result";
ALTER TABLE "standing" ADD COLUMN "parts" BYTEA[] NOT NULL;

CREATE TABLE "standing_part" (
    "log" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "standing_part_pkey" PRIMARY KEY ("log","hash")
);
