ALTER TABLE "signatures" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "first_steps_away_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "signatures_to_remind" ON "signatures" USING btree ("campaign_id","mailed_at") WHERE "signatures"."confirmed_at" is null and "signatures"."withdrawn_at" is null and "signatures"."reminded_at" is null and "signatures"."sponsor_id" is null;--> statement-breakpoint
CREATE INDEX "signatures_reminded" ON "signatures" USING btree ("campaign_id") WHERE "signatures"."reminded_at" is not null;--> statement-breakpoint
CREATE INDEX "campaigns_by_creator" ON "campaigns" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "compositions_by_creator" ON "compositions" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "events_by_creator" ON "events" USING btree ("created_by");