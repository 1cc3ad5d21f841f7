-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pseudonym" (
    "log" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,

    CONSTRAINT "pseudonym_pkey" PRIMARY KEY ("log","user_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "log" (
    "log" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "log_pkey" PRIMARY KEY ("log")
);

-- CreateTable
CREATE TABLE "event" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("log","position")
);

-- CreateTable
CREATE TABLE "tree_node" (
    "log" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "tree_node_pkey" PRIMARY KEY ("log","level","index")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "log" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("log","epoch","size")
);

-- CreateTable
CREATE TABLE "event_text" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "event_text_pkey" PRIMARY KEY ("log","position","hash")
);

-- CreateTable
CREATE TABLE "sealed_ballot" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "ballot" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,

    CONSTRAINT "sealed_ballot_pkey" PRIMARY KEY ("log","position")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "log" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("log","user_id","key")
);

-- CreateTable
CREATE TABLE "draft" (
    "log" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("log","user_id","stakeholder")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("log")
);

-- CreateTable
CREATE TABLE "negotiation" (
    "log" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "public" BOOLEAN NOT NULL,

    CONSTRAINT "negotiation_pkey" PRIMARY KEY ("log")
);

-- CreateTable
CREATE TABLE "membership" (
    "log" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "membership_pkey" PRIMARY KEY ("log","pseudonym","role","stakeholder")
);

-- CreateTable
CREATE TABLE "ballot" (
    "log" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("log","stakeholder")
);

-- CreateTable
CREATE TABLE "standing" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("log","position","basis")
);

-- CreateTable
CREATE TABLE "standing_profile" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "efficient_necessary" BOOLEAN NOT NULL,
    "efficient_expected" BOOLEAN NOT NULL,
    "efficient_possible" BOOLEAN NOT NULL,
    "core_necessary" BOOLEAN NOT NULL,
    "core_expected" BOOLEAN NOT NULL,
    "core_possible" BOOLEAN NOT NULL,
    "critical_gain_necessary" TEXT,
    "critical_gain_expected" TEXT,
    "critical_gain_possible" TEXT,

    CONSTRAINT "standing_profile_pkey" PRIMARY KEY ("log","position","basis","profile")
);

-- CreateTable
CREATE TABLE "standing_support" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "weight" DECIMAL NOT NULL,

    CONSTRAINT "standing_support_pkey" PRIMARY KEY ("log","position","basis","profile","stance","dimension")
);

-- CreateTable
CREATE TABLE "standing_head" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "standing_head_pkey" PRIMARY KEY ("log")
);

-- CreateTable
CREATE TABLE "standing_change" (
    "log" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "changed" TEXT NOT NULL,

    CONSTRAINT "standing_change_pkey" PRIMARY KEY ("log","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "pseudonym_user_id_idx" ON "pseudonym"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "pseudonym_log_pseudonym_key" ON "pseudonym"("log", "pseudonym");

-- CreateIndex
CREATE INDEX "event_log_type_position_idx" ON "event"("log", "type", "position");

-- CreateIndex
CREATE INDEX "sealed_ballot_log_stakeholder_position_idx" ON "sealed_ballot"("log", "stakeholder", "position");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


