CREATE TABLE "mailing_letters" (
	"mailing_id" uuid NOT NULL,
	"language" text NOT NULL,
	"variant" text NOT NULL,
	"letter_id" uuid NOT NULL,
	CONSTRAINT "mailing_letters_mailing_id_language_variant_pk" PRIMARY KEY("mailing_id","language","variant")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"version" text DEFAULT '' NOT NULL,
	"audience" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"position" uuid,
	"due_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"sent_count" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_once" UNIQUE("kind","about_id","version"),
	CONSTRAINT "mailings_state" CHECK ("mailings"."state" in ('draft', 'scheduled', 'sending', 'stopped', 'sent')),
	CONSTRAINT "mailings_scheduled" CHECK ("mailings"."state" <> 'scheduled' or "mailings"."due_at" is not null),
	CONSTRAINT "mailings_due" CHECK ("mailings"."due_at" is null or "mailings"."state" in ('scheduled', 'sending')),
	CONSTRAINT "mailings_started" CHECK (("mailings"."state" in ('draft', 'scheduled')) = ("mailings"."started_at" is null)),
	CONSTRAINT "mailings_ended" CHECK (("mailings"."state" = 'sent') = ("mailings"."ended_at" is not null)),
	CONSTRAINT "mailings_counted" CHECK ("mailings"."sent_count" is null or "mailings"."state" = 'sent')
);
--> statement-breakpoint
DROP INDEX "campaign_updates_uncounted";--> statement-breakpoint
DROP INDEX "rsvps_to_remind";--> statement-breakpoint
DROP INDEX "mails_of_update";--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD CONSTRAINT "mailing_letters_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD CONSTRAINT "mailing_letters_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailing_letters_of_letter" ON "mailing_letters" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "mailings_of_group" ON "mailings" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("due_at") WHERE "mailings"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "mailings_underway" ON "mailings" USING btree ("started_at") WHERE "mailings"."state" in ('sending', 'stopped');--> statement-breakpoint
CREATE INDEX "mailings_uncounted" ON "mailings" USING btree ("started_at") WHERE "mailings"."state" = 'sent' and "mailings"."sent_count" is null;--> statement-breakpoint
ALTER TABLE "campaign_updates" DROP COLUMN "is_mailed";--> statement-breakpoint
ALTER TABLE "campaign_updates" DROP COLUMN "mailed_up_to";--> statement-breakpoint
ALTER TABLE "campaign_updates" DROP COLUMN "mail_count";--> statement-breakpoint
ALTER TABLE "campaign_updates" DROP COLUMN "mailed_at";--> statement-breakpoint
ALTER TABLE "campaign_updates" DROP COLUMN "sent_count";--> statement-breakpoint
ALTER TABLE "rsvps" DROP COLUMN "reminded_at";