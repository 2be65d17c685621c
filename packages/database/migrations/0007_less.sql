ALTER TABLE "consents" ADD COLUMN "pace" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "only_about" jsonb;--> statement-breakpoint
CREATE INDEX "consents_narrow" ON "consents" USING btree ("group_id","person_id") WHERE "consents"."pace" is not null or "consents"."only_about" is not null;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_pace" CHECK ("consents"."pace" in ('monthly')) NOT VALID;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_only_about" CHECK (case when jsonb_typeof("consents"."only_about") = 'array' then jsonb_array_length("consents"."only_about") > 0
      else "consents"."only_about" is null end) NOT VALID;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_narrow" CHECK (("consents"."pace" is null and "consents"."only_about" is null) or ("consents"."way" = 'email' and "consents"."purpose" = 'updates')) NOT VALID;--> statement-breakpoint
-- Mailings of a campaign's updates are begun no more, and nothing knows any more what they would say.
UPDATE "mailings" SET "state" = 'sent', "ended_at" = now(), "due_at" = null WHERE "kind" = 'campaigns.update' and "state" in ('sending', 'stopped');
