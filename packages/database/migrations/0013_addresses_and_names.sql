ALTER TABLE "campaign_sponsors" ADD COLUMN "asked" jsonb;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "typed_key" text;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "name" text;
--> statement-breakpoint
-- By hand
-- A draft's address tells nothing of its title: neither does that of one begun before.
UPDATE campaigns SET slug = 'draft-' || replace(id::text, '-', '') WHERE state = 'draft';--> statement-breakpoint
UPDATE events SET slug = 'draft-' || replace(id::text, '-', '') WHERE state = 'draft';
