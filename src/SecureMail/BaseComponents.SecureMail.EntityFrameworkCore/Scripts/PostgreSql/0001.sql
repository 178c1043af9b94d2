CREATE TABLE IF NOT EXISTS "MailOutbox" (
    "Tenant" character varying(100) NOT NULL,
    "Id" character varying(40) NOT NULL,
    "KeyHash" character varying(64) NOT NULL,
    "MessageId" character varying(300) NOT NULL,
    "EnvelopeId" character varying(32) NOT NULL,
    "Recipients" text NOT NULL,
    "Size" bigint NOT NULL,
    "ContentHash" character varying(64) NOT NULL,
    "Protection" character varying(20) NOT NULL,
    "CreatedAt" timestamp with time zone NOT NULL,
    "UpdatedAt" timestamp with time zone NOT NULL,
    "Phase" character varying(20) NOT NULL,
    "DueAt" timestamp with time zone,
    "Attempts" integer NOT NULL,
    "Resends" integer NOT NULL,
    "Reason" character varying(500),
    "HasContent" boolean NOT NULL,
    "Version" bigint NOT NULL,
    CONSTRAINT "PK_MailOutbox" PRIMARY KEY ("Tenant", "Id")
);
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_CreatedAt" ON "MailOutbox" ("Tenant", "CreatedAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_DueAt" ON "MailOutbox" ("Tenant", "DueAt");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_KeyHash" ON "MailOutbox" ("Tenant", "KeyHash");

CREATE TABLE IF NOT EXISTS "MailOutboxContents" (
    "Tenant" character varying(100) NOT NULL,
    "Id" character varying(40) NOT NULL,
    "Content" bytea NOT NULL,
    CONSTRAINT "PK_MailOutboxContents" PRIMARY KEY ("Tenant", "Id")
);
