CREATE TABLE IF NOT EXISTS "MailOutbox" (
    "Tenant" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "KeyHash" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "EnvelopeId" TEXT NOT NULL,
    "Recipients" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ContentHash" TEXT NOT NULL,
    "Protection" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Phase" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Resends" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "HasContent" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_MailOutbox" PRIMARY KEY ("Tenant", "Id")
);
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_CreatedAt" ON "MailOutbox" ("Tenant", "CreatedAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_DueAt" ON "MailOutbox" ("Tenant", "DueAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_KeyHash" ON "MailOutbox" ("Tenant", "KeyHash");

CREATE TABLE IF NOT EXISTS "MailOutboxContents" (
    "Tenant" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Content" BLOB NOT NULL,
    CONSTRAINT "PK_MailOutboxContents" PRIMARY KEY ("Tenant", "Id")
);
