ALTER TABLE "MailOutboxEvidence" ADD COLUMN "RevocationPem" TEXT NULL;
