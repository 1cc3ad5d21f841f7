-- The dates of reports come again and again by one event: each of them is told once.
ALTER TABLE "message" ADD COLUMN "turn" INTEGER NOT NULL DEFAULT 0;
DROP INDEX "message_log_position_kind_user_id_key";
CREATE UNIQUE INDEX "message_log_position_kind_user_id_turn_key"
  ON "message"("log", "position", "kind", "user_id", "turn");
