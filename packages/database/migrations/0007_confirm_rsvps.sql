ALTER TABLE "rsvps" ADD COLUMN "wanted" text DEFAULT 'going' NOT NULL;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "holds_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "rsvps_held" ON "rsvps" USING btree ("event_id","holds_until","guest_count") WHERE "rsvps"."holds_until" is not null;--> statement-breakpoint
CREATE INDEX "rsvps_unconfirmed" ON "rsvps" USING btree ("event_id") WHERE "rsvps"."state" = 'unconfirmed';