DROP INDEX "mails_newest";--> statement-breakpoint
DROP INDEX "mails_of_mailbox";--> statement-breakpoint
DROP INDEX "mails_refused";--> statement-breakpoint
CREATE INDEX "mails_of_mailbox" ON "mails" USING btree ("mailbox","id") WHERE "mails"."mailbox" is not null;--> statement-breakpoint
CREATE INDEX "mails_refused" ON "mails" USING btree ("id") WHERE "mails"."state" = 'refused';