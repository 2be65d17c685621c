CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"author_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"body_html" text,
	"body_html_of" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"spread_at" timestamp with time zone,
	"member_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "announcements_title" CHECK (length("announcements"."title") between 1 and 120),
	CONSTRAINT "announcements_body" CHECK (length("announcements"."body") between 1 and 20000),
	CONSTRAINT "announcements_count" CHECK ("announcements"."member_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "welcomes" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"body_html" text,
	"body_html_of" text,
	"ask_id" uuid,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "welcomes_body" CHECK (length("welcomes"."body") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "careful_groups" (
	"group_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hushed_kinds" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hushed_kinds_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "welcomes" ADD CONSTRAINT "welcomes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "welcomes" ADD CONSTRAINT "welcomes_ask_id_accounts_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_newest" ON "announcements" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "announcements_by_author" ON "announcements" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "welcomes_by_ask" ON "welcomes" USING btree ("ask_id");--> statement-breakpoint
CREATE INDEX "notices_of_announcement" ON "notices" USING btree ("about_id") WHERE "notices"."kind" = 'greetings.announced';--> statement-breakpoint
-- Accounts and groups are higher features than notices, so that these are written here.
ALTER TABLE "hushed_kinds" ADD CONSTRAINT "hushed_kinds_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "careful_groups" ADD CONSTRAINT "careful_groups_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;
