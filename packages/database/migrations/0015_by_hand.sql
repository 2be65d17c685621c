CREATE TABLE "backup_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"done_count" bigint,
	"total_count" bigint,
	"unit" text,
	"finished_at" timestamp with time zone,
	"outcome" text,
	"bytes" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "test_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"is_taken" boolean,
	"answer" text
);
--> statement-breakpoint
ALTER TABLE "backup_requests" ADD CONSTRAINT "backup_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_mails" ADD CONSTRAINT "test_mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "backup_requests_one_open" ON "backup_requests" USING btree (("finished_at" is null)) WHERE "backup_requests"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "backup_requests_newest" ON "backup_requests" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "test_mails_of_account" ON "test_mails" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE INDEX "test_mails_by_age" ON "test_mails" USING btree ("asked_at");