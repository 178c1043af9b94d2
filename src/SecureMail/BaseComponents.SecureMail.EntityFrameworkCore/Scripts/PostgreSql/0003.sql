CREATE TABLE IF NOT EXISTS "MailOutboxEvidence" (
    "Tenant" character varying(100) NOT NULL,
    "MailId" character varying(40) NOT NULL,
    "Name" character varying(40) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "DueAt" timestamp with time zone,
    "Attempts" integer NOT NULL,
    "Problem" character varying(20),
    "Hash" character varying(20),
    "HashValue" character varying(128),
    "Time" timestamp with time zone,
    "Token" bytea,
    "CertificatesPem" text,
    "Data" bytea,
    "Version" bigint NOT NULL,
    CONSTRAINT "PK_MailOutboxEvidence" PRIMARY KEY ("Tenant", "MailId", "Name")
);
CREATE INDEX IF NOT EXISTS "IX_MailOutboxEvidence_Tenant_DueAt" ON "MailOutboxEvidence" ("Tenant", "DueAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutboxEvidence_Tenant_CreatedAt" ON "MailOutboxEvidence" ("Tenant", "CreatedAt");
