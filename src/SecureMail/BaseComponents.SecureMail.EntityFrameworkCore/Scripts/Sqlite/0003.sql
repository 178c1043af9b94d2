CREATE TABLE IF NOT EXISTS "MailOutboxEvidence" (
    "Tenant" TEXT NOT NULL,
    "MailId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Problem" TEXT NULL,
    "Hash" TEXT NULL,
    "HashValue" TEXT NULL,
    "Time" TEXT NULL,
    "Token" BLOB NULL,
    "CertificatesPem" TEXT NULL,
    "Data" BLOB NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_MailOutboxEvidence" PRIMARY KEY ("Tenant", "MailId", "Name")
);
CREATE INDEX IF NOT EXISTS "IX_MailOutboxEvidence_Tenant_DueAt" ON "MailOutboxEvidence" ("Tenant", "DueAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutboxEvidence_Tenant_CreatedAt" ON "MailOutboxEvidence" ("Tenant", "CreatedAt");
