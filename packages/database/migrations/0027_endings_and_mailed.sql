ALTER TABLE "campaigns" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "sent_count" integer;--> statement-breakpoint
CREATE INDEX "campaign_updates_uncounted" ON "campaign_updates" USING btree ("mailed_at") WHERE "campaign_updates"."sent_count" is null and "campaign_updates"."mailed_at" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_update" ON "mails" USING btree (split_part("key", ':', 2),"state") WHERE "mails"."key" like 'update:%';
--> statement-breakpoint
-- By hand
-- The Outbox has forgotten what these came to; as many were promised.
UPDATE campaign_updates SET sent_count = mail_count WHERE mailed_at < now() - interval '25 days';
