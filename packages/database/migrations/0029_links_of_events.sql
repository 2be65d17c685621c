ALTER TABLE "rsvps" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "link_id" uuid;--> statement-breakpoint
CREATE INDEX "events_without_link" ON "events" USING btree ("ends_at") WHERE "events"."link_id" is null and "events"."state" = 'published';