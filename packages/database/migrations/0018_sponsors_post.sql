ALTER TABLE "campaigns" ADD COLUMN "sponsors_post" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD CONSTRAINT "campaign_updates_by_sponsor" FOREIGN KEY ("campaign_id","sponsor_id") REFERENCES "public"."campaign_sponsors"("campaign_id","group_id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "campaign_updates_of_sponsor" ON "campaign_updates" USING btree ("sponsor_id","campaign_id","id") WHERE "campaign_updates"."sponsor_id" is not null;