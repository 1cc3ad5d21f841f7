-- Accounts: an address counts once its reader has shown that letters to it reach them. Until then it is claimed, and
-- several accounts may claim one address (docs/decisions/2026-11-24-an-address-is-claimed-until-confirmed.md).
ALTER TABLE "user" ALTER COLUMN "email" DROP NOT NULL;
ALTER TABLE "user" ADD COLUMN "claimed_email" TEXT;
ALTER TABLE "user" ADD COLUMN "time_zone" TEXT;
CREATE INDEX "user_claimed_email_idx" ON "user"("claimed_email");

-- What letters about an account carry, by its hash alone.
CREATE TABLE "account_token" (
    "hash" BYTEA NOT NULL,
    "user_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "account_token_user_id_idx" ON "account_token"("user_id");
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Beside the log: to whom an invitation went, and the hashes of the secrets by which it is accepted.
CREATE TABLE "invitation" (
    "log" TEXT NOT NULL,
    "invitation" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("log", "invitation")
);
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

CREATE TABLE "invitation_token" (
    "log" TEXT NOT NULL,
    "invitation" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "invitation_token_pkey" PRIMARY KEY ("log", "invitation", "hash")
);
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation_token"("hash");
ALTER TABLE "invitation_token" ADD CONSTRAINT "invitation_token_log_invitation_fkey"
  FOREIGN KEY ("log", "invitation") REFERENCES "invitation"("log", "invitation") ON DELETE CASCADE ON UPDATE CASCADE;
