ALTER TABLE "signatures" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "links" ADD COLUMN "shut_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "is_to_site" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "is_decided_by_site" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "reports_open_to_site" ON "reports" USING btree ("made_at","id") WHERE "reports"."decided_at" is null and ("reports"."group_id" is null or "reports"."is_to_site");--> statement-breakpoint
CREATE INDEX "reports_decided_to_site" ON "reports" USING btree ("decided_at","id") WHERE "reports"."decided_at" is not null and ("reports"."group_id" is null or "reports"."is_to_site");