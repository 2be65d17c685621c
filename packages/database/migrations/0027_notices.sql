CREATE TABLE "group_loudness" (
	"account_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"loudness" text NOT NULL,
	CONSTRAINT "group_loudness_account_id_group_id_pk" PRIMARY KEY("account_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"mine" text NOT NULL,
	"decide" text NOT NULL,
	"groups" text NOT NULL,
	"rhythm" text NOT NULL,
	"hour" smallint NOT NULL,
	"weekday" smallint NOT NULL,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"silent_until" timestamp with time zone,
	CONSTRAINT "notice_choices_hour" CHECK ("notice_choices"."hour" between 0 and 23 and "notice_choices"."weekday" between 0 and 6),
	CONSTRAINT "notice_choices_quiet" CHECK (num_nonnulls("notice_choices"."quiet_from", "notice_choices"."quiet_until") in (0, 2) and "notice_choices"."quiet_from" between 0 and 23
        and "notice_choices"."quiet_until" between 0 and 23 and "notice_choices"."quiet_from" <> "notice_choices"."quiet_until")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"group_id" uuid,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"about_id" uuid,
	"is_listed" boolean NOT NULL,
	"title" text NOT NULL,
	"path" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"mail_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notices_once" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE INDEX "group_loudness_of_group" ON "group_loudness" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "notices_newest" ON "notices" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "notices_unseen" ON "notices" USING btree ("account_id") WHERE "notices"."seen_at" is null and "notices"."is_listed";--> statement-breakpoint
CREATE INDEX "notices_by_thing" ON "notices" USING btree ("account_id","about_id");--> statement-breakpoint
CREATE INDEX "notices_to_mail" ON "notices" USING btree ("mail_at") WHERE "notices"."mail_at" is not null;--> statement-breakpoint
CREATE INDEX "notices_of_group" ON "notices" USING btree ("group_id","account_id");--> statement-breakpoint
CREATE INDEX "notices_by_key" ON "notices" USING btree ("key");--> statement-breakpoint
CREATE INDEX "notices_old" ON "notices" USING btree ("at");--> statement-breakpoint
-- Accounts and groups are higher features than notices, so that these are written here.
ALTER TABLE "notices" ADD CONSTRAINT "notices_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "group_loudness" ADD CONSTRAINT "group_loudness_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "group_loudness" ADD CONSTRAINT "group_loudness_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;
--> statement-breakpoint
-- And it stands in no list any more: shared anew, it is told anew.
CREATE OR REPLACE FUNCTION view_shares_withdraw_mail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told text := concat_ws(':', 'view-shared', OLD.view_id, OLD.account_id, to_char(OLD.shared_at AT TIME ZONE 'utc', 'YYYY-MM-DD'));
BEGIN
  DELETE FROM mails WHERE id IN (
    SELECT id FROM mails WHERE state <> 'sent' AND group_id = OLD.group_id AND key = told FOR UPDATE SKIP LOCKED);
  DELETE FROM notices WHERE account_id = OLD.account_id AND key = told;
  RETURN NULL;
END $$;
