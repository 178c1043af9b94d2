CREATE TABLE IF NOT EXISTS "Payments" (
    "RequestId" character varying(36) NOT NULL,
    "Tenant" character varying(100) NOT NULL,
    "Reference" character varying(100) NOT NULL,
    "Attempt" integer NOT NULL,
    "Fingerprint" character varying(64) NOT NULL,
    "AmountCents" bigint NOT NULL,
    "State" character varying(20) NOT NULL,
    "Route" character varying(20) NOT NULL,
    "TransactionId" character varying(44),
    "TransactionReference" character varying(36),
    "PayPage" character varying(2082),
    "Method" character varying(64),
    "CreatedAt" timestamp with time zone NOT NULL,
    "OpenedAt" timestamp with time zone,
    "PaidAt" timestamp with time zone,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "NextCheckAt" timestamp with time zone,
    "Checks" integer NOT NULL,
    "Version" bigint NOT NULL,
    "OpenSlot" integer,
    "PaidSlot" integer,
    CONSTRAINT "PK_Payments" PRIMARY KEY ("RequestId")
);
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_CreatedAt" ON "Payments" ("Tenant", "CreatedAt");
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_NextCheckAt" ON "Payments" ("Tenant", "NextCheckAt");
CREATE INDEX IF NOT EXISTS "IX_Payments_Tenant_TransactionReference" ON "Payments" ("Tenant", "TransactionReference");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_Attempt" ON "Payments" ("Tenant", "Reference", "Attempt");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_OpenSlot" ON "Payments" ("Tenant", "Reference", "OpenSlot");
CREATE UNIQUE INDEX IF NOT EXISTS "IX_Payments_Tenant_Reference_PaidSlot" ON "Payments" ("Tenant", "Reference", "PaidSlot");

CREATE TABLE IF NOT EXISTS "PaymentEvents" (
    "Id" character varying(60) NOT NULL,
    "RequestId" character varying(36) NOT NULL,
    "Tenant" character varying(100) NOT NULL,
    "Reference" character varying(100) NOT NULL,
    "Attempt" integer NOT NULL,
    "State" character varying(20) NOT NULL,
    "AmountCents" bigint NOT NULL,
    "TransactionReference" character varying(36),
    "Method" character varying(64),
    "OccurredAt" timestamp with time zone NOT NULL,
    "NotBefore" timestamp with time zone NOT NULL,
    "DeliveredAt" timestamp with time zone,
    "Version" bigint NOT NULL,
    CONSTRAINT "PK_PaymentEvents" PRIMARY KEY ("Id")
);
CREATE INDEX IF NOT EXISTS "IX_PaymentEvents_RequestId" ON "PaymentEvents" ("RequestId");
CREATE INDEX IF NOT EXISTS "IX_PaymentEvents_Tenant_DeliveredAt_NotBefore" ON "PaymentEvents" ("Tenant", "DeliveredAt", "NotBefore");

CREATE TABLE IF NOT EXISTS "PaymentAudit" (
    "Tenant" character varying(100) NOT NULL,
    "Number" bigint NOT NULL,
    "At" timestamp with time zone NOT NULL,
    "Action" character varying(20) NOT NULL,
    "RequestId" character varying(36) NOT NULL,
    "Change" character varying(60) NOT NULL,
    "Evidence" character varying(100) NOT NULL,
    "DecidedBy" character varying(100) NOT NULL,
    "ConfirmedBy" character varying(100),
    "Reason" character varying(500) NOT NULL,
    "PreviousHash" character varying(64) NOT NULL,
    "Hash" character varying(64) NOT NULL,
    CONSTRAINT "PK_PaymentAudit" PRIMARY KEY ("Tenant", "Number")
);
CREATE INDEX IF NOT EXISTS "IX_PaymentAudit_RequestId" ON "PaymentAudit" ("RequestId");

-- The audit is appended only; whoever changes a line has to take this away first, and the hashes show it.
CREATE OR REPLACE FUNCTION "PaymentAudit_AppendOnly"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'PaymentAudit is appended only'; END $$;
DROP TRIGGER IF EXISTS "PaymentAudit_AppendOnly" ON "PaymentAudit";
CREATE TRIGGER "PaymentAudit_AppendOnly" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PaymentAudit" FOR EACH STATEMENT EXECUTE FUNCTION "PaymentAudit_AppendOnly"();
