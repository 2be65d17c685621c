DROP INDEX "mails_waiting";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "due_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree (("letter_id" is not null),"due_at") WHERE "mails"."state" = 'promised';