DROP INDEX "mails_due";--> statement-breakpoint
CREATE INDEX "mails_single_due" ON "mails" USING btree ("due_at") WHERE "mails"."state" = 'promised' and "mails"."letter_id" is null;