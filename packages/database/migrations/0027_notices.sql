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
CREATE TABLE "told_notices" (
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
	CONSTRAINT "told_notices_once" UNIQUE("account_id","key")
);
--> statement-breakpoint
CREATE INDEX "group_loudness_of_group" ON "group_loudness" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "told_notices_newest" ON "told_notices" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "told_notices_unseen" ON "told_notices" USING btree ("account_id") WHERE "told_notices"."seen_at" is null and "told_notices"."is_listed";--> statement-breakpoint
CREATE INDEX "told_notices_by_thing" ON "told_notices" USING btree ("account_id","about_id");--> statement-breakpoint
CREATE INDEX "told_notices_to_mail" ON "told_notices" USING btree ("mail_at") WHERE "told_notices"."mail_at" is not null;--> statement-breakpoint
CREATE INDEX "told_notices_of_group" ON "told_notices" USING btree ("group_id","account_id");--> statement-breakpoint
CREATE INDEX "told_notices_by_key" ON "told_notices" USING btree ("key");--> statement-breakpoint
CREATE INDEX "told_notices_old" ON "told_notices" USING btree ("at");--> statement-breakpoint
-- Accounts and groups are higher features than notices, so that these are written here.
ALTER TABLE "told_notices" ADD CONSTRAINT "told_notices_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "told_notices" ADD CONSTRAINT "told_notices_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "group_loudness" ADD CONSTRAINT "group_loudness_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "group_loudness" ADD CONSTRAINT "group_loudness_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;
