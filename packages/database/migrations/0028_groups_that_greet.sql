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
-- Accounts and groups are higher features than notices, so that these are written here.
ALTER TABLE "hushed_kinds" ADD CONSTRAINT "hushed_kinds_account" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "careful_groups" ADD CONSTRAINT "careful_groups_group" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE cascade;
