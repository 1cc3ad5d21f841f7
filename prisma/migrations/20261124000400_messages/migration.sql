-- Messages to people: on the site and by mail. Not projections: a replay of the logs does not write them again.
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "user_id" TEXT,
    "address" TEXT,
    "log" TEXT,
    "position" INTEGER,
    "about" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mail" TEXT NOT NULL DEFAULT 'waiting',
    "mailed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fault" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "message_one_reader" CHECK (("user_id" IS NULL) <> ("address" IS NULL))
);

-- One event tells one person of one thing once, however often and by however many servers it is read.
CREATE UNIQUE INDEX "message_log_position_kind_user_id_key" ON "message"("log", "position", "kind", "user_id");
CREATE INDEX "message_user_id_at_idx" ON "message"("user_id", "at");
CREATE INDEX "message_at_idx" ON "message"("at");

ALTER TABLE "message" ADD CONSTRAINT "message_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What somebody wants no mail of; the site shows it all the same.
CREATE TABLE "mail_stop" (
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "mail_stop_pkey" PRIMARY KEY ("user_id", "kind")
);

ALTER TABLE "mail_stop" ADD CONSTRAINT "mail_stop_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Up to which event of a log people have been told.
CREATE TABLE "notice_head" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "notice_head_pkey" PRIMARY KEY ("log")
);

-- What happened before there were messages is no news.
INSERT INTO "notice_head" ("log", "position") SELECT "log", "size" - 1 FROM "log";
