CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"letter" jsonb NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "values" jsonb;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "mailing_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "person_id" uuid;--> statement-breakpoint
CREATE INDEX "letters_of_group" ON "letters" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "letters_by_age" ON "letters" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "mails_of_letter" ON "mails" USING btree ("letter_id") WHERE "mails"."letter_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_mailing" ON "mails" USING btree ("mailing_id","state") WHERE "mails"."mailing_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_person" ON "mails" USING btree ("person_id") WHERE "mails"."person_id" is not null;