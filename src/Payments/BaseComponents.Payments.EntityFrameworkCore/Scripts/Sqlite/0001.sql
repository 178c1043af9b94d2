CREATE TABLE IF NOT EXISTS "Payments" (
    "RequestId" TEXT NOT NULL CONSTRAINT "PK_Payments" PRIMARY KEY,
    "Tenant" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "Attempt" INTEGER NOT NULL,
    "Fingerprint" TEXT NOT NULL,
    "AmountCents" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Route" TEXT NOT NULL,
    "TransactionId" TEXT NULL,
    "TransactionReference" TEXT NULL,
    "PayPage" TEXT NULL,
    "Method" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "OpenedAt" TEXT NULL,
    "PaidAt" TEXT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "NextCheckAt" TEXT NULL,
    "Checks" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "OpenSlot" INTEGER NULL,
    "PaidSlot" INTEGER NULL
);
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_CreatedAt" ON "Payments" ("Tenant", "CreatedAt");
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_NextCheckAt" ON "Payments" ("Tenant", "NextCheckAt");
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_TransactionReference" ON "Payments" ("Tenant", "TransactionReference");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_Attempt" ON "Payments" ("Tenant", "Reference", "Attempt");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_OpenSlot" ON "Payments" ("Tenant", "Reference", "OpenSlot");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_PaidSlot" ON "Payments" ("Tenant", "Reference", "PaidSlot");

CREATE TABLE IF NOT EXISTS "PaymentEvents" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PaymentEvents" PRIMARY KEY,
    "RequestId" TEXT NOT NULL,
    "Tenant" TEXT NOT NULL,
    "Reference" TEXT NOT NULL,
    "Attempt" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "AmountCents" INTEGER NOT NULL,
    "TransactionReference" TEXT NULL,
    "Method" TEXT NULL,
    "OccurredAt" TEXT NOT NULL,
    "NotBefore" TEXT NOT NULL,
    "DeliveredAt" TEXT NULL,
    "Version" INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS "IX_PaymentEvents_RequestId" ON "PaymentEvents" ("RequestId");
CREATE INDEX IF NOT EXISTS "IX_PaymentEvents_Tenant_DeliveredAt_NotBefore" ON "PaymentEvents" ("Tenant", "DeliveredAt", "NotBefore");

CREATE TABLE IF NOT EXISTS "PaymentAudit" (
    "Tenant" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "At" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "RequestId" TEXT NOT NULL,
    "Change" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "DecidedBy" TEXT NOT NULL,
    "ConfirmedBy" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "PreviousHash" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    CONSTRAINT "PK_PaymentAudit" PRIMARY KEY ("Tenant", "Number")
);
CREATE INDEX IF NOT EXISTS "IX_PaymentAudit_RequestId" ON "PaymentAudit" ("RequestId");

-- The audit is appended only; whoever changes a line has to take this away first, and the hashes show it.
CREATE TRIGGER IF NOT EXISTS "PaymentAudit_NoUpdate" BEFORE UPDATE ON "PaymentAudit" BEGIN SELECT RAISE(ABORT, 'PaymentAudit is appended only'); END;
CREATE TRIGGER IF NOT EXISTS "PaymentAudit_NoDelete" BEFORE DELETE ON "PaymentAudit" BEGIN SELECT RAISE(ABORT, 'PaymentAudit is appended only'); END;
