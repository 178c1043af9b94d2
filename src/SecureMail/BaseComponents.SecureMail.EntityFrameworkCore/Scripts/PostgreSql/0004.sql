ALTER TABLE "MailOutboxEvidence" ADD COLUMN IF NOT EXISTS "RevocationPem" text;
