CREATE TABLE "mail_paces" (
	"provider" text PRIMARY KEY NOT NULL,
	"per_second" double precision NOT NULL,
	"headroom" double precision NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"troubled_per_second" double precision,
	"troubled_at" timestamp with time zone,
	"trouble_code" text,
	"rests_until" timestamp with time zone,
	"stop_count" integer NOT NULL,
	"stretch_from" timestamp with time zone NOT NULL,
	"taken_count" integer NOT NULL,
	"put_off_count" integer NOT NULL,
	CONSTRAINT "mail_paces_positive" CHECK ("mail_paces"."per_second" > 0),
	CONSTRAINT "mail_paces_troubled" CHECK (("mail_paces"."troubled_at" is null) = ("mail_paces"."troubled_per_second" is null))
);
--> statement-breakpoint
DROP INDEX "mails_to";--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "stopped_for" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "lane" text;--> statement-breakpoint
CREATE INDEX "mails_in_lane" ON "mails" USING btree ("lane","due_at") WHERE "mails"."state" = 'promised' and "mails"."lane" is not null;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_stopped_for" CHECK ("mailings"."stopped_for" in ('addresses', 'complaints'));