-- As of which position live streams were last told, and which verdicts stood then: they are told before the whole
-- result is stored.
CREATE TABLE "verdict_head" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "verdicts" TEXT,

    CONSTRAINT "verdict_head_pkey" PRIMARY KEY ("log")
);
