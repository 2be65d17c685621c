ALTER TABLE "sites" ADD COLUMN "front_campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "rules" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "rules_html" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "rules_html_of" text;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "security_contact" text;