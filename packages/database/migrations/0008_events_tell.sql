ALTER TABLE "events" ADD COLUMN "rsvp_from" text DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "told_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "told_at" timestamp with time zone;