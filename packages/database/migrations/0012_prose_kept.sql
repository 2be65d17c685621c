ALTER TABLE "campaigns" ADD COLUMN "story_html" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "story_html_of" text;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "body_html" text;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD COLUMN "body_html_of" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "about_html" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "about_html_of" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "about_html" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "about_html_of" text;