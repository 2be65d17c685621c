CREATE TABLE "letter_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"receiver_key" text NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"with_links" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "mailbox" text;--> statement-breakpoint
ALTER TABLE "letter_openings" ADD CONSTRAINT "letter_openings_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_openings_of_receiver" ON "letter_openings" USING btree ("receiver_key","opened_at","id");--> statement-breakpoint
CREATE INDEX "letter_openings_by_age" ON "letter_openings" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "mails_of_mailbox" ON "mails" USING btree ("mailbox","promised_at","id") WHERE "mails"."mailbox" is not null;