-- What witnesses cosigned (ledger.md §2). Append-only by the same trigger as the checkpoints that it belongs to.
CREATE TABLE "cosignature" (
    "log" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cosignature_pkey" PRIMARY KEY ("log", "epoch", "witness", "size")
);

CREATE INDEX "cosignature_log_epoch_size_idx" ON "cosignature"("log", "epoch", "size");

CREATE TRIGGER cosignature_append_only BEFORE UPDATE OR DELETE ON "cosignature"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cosignature_no_truncate BEFORE TRUNCATE ON "cosignature"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
