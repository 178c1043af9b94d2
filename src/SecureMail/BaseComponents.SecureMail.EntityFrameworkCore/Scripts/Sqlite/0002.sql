ALTER TABLE "MailOutbox" ADD COLUMN "Deliveries" TEXT NULL;
ALTER TABLE "MailOutbox" ADD COLUMN "DeliveryVersion" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_EnvelopeId" ON "MailOutbox" ("Tenant", "EnvelopeId");
CREATE INDEX IF NOT EXISTS "IX_MailOutbox_Tenant_MessageId" ON "MailOutbox" ("Tenant", "MessageId");
