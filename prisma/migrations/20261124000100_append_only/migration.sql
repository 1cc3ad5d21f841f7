-- The events table refuses UPDATE, DELETE and TRUNCATE by trigger (ledger.md §2), and the tree and the checkpoints,
-- whose rows never change once written either, do likewise.
--
-- Function bodies stand in E'' strings with \x3B for the semicolon, because adapter-pg, through which Prisma's
-- WebAssembly engine runs a migration, cuts the script at every semicolon, quoted or not.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION ''table "%" is append-only: % is refused'', TG_TABLE_NAME, TG_OP
    USING ERRCODE = ''restrict_violation'', HINT = ''A correction is a new event.''\x3B
END
';

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tree_node_append_only BEFORE UPDATE OR DELETE ON "tree_node"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_node_no_truncate BEFORE TRUNCATE ON "tree_node"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER checkpoint_append_only BEFORE UPDATE OR DELETE ON "checkpoint"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_no_truncate BEFORE TRUNCATE ON "checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The head of a log only moves forward. Whoever appends holds its row, so this guards against a mistake,
-- not against a race.
CREATE FUNCTION refuse_shrinking_head() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF NEW.size < OLD.size OR NEW.epoch < OLD.epoch OR NEW.at < OLD.at THEN
    RAISE EXCEPTION ''the head of a log never runs back'' USING ERRCODE = ''restrict_violation''\x3B
  END IF\x3B
  RETURN NEW\x3B
END
';
CREATE TRIGGER log_runs_forward BEFORE UPDATE ON "log"
  FOR EACH ROW EXECUTE FUNCTION refuse_shrinking_head();
