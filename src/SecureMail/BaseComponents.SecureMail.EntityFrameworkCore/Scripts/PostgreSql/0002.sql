ALTER TABLE "MailOutbox" ADD COLUMN IF NOT EXISTS "Deliveries" text;
ALTER TABLE "MailOutbox" ADD COLUMN IF NOT EXISTS "DeliveryVersion" bigint NOT NULL DEFAULT 0;
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_EnvelopeId" ON "MailOutbox" ("Tenant", "EnvelopeId");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_MessageId" ON "MailOutbox" ("Tenant", "MessageId");
