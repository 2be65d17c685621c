ALTER TABLE "signatures" ADD COLUMN "shown_name" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "wished_at" timestamp with time zone;