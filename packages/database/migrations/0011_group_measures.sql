CREATE TABLE "account_suspensions" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"suspended_by" uuid,
	"suspended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_suspensions_reason_length" CHECK (length("account_suspensions"."reason") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "group_deletions" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deletes_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_suspensions" ADD CONSTRAINT "account_suspensions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_suspensions" ADD CONSTRAINT "account_suspensions_suspended_by_accounts_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_deletions" ADD CONSTRAINT "group_deletions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_deletions" ADD CONSTRAINT "group_deletions_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_deletions_due" ON "group_deletions" USING btree ("deletes_at");--> statement-breakpoint
CREATE INDEX "groups_newest" ON "groups" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "groups_held" ON "groups" USING btree ("created_at","id") WHERE "groups"."hidden_at" is not null or "groups"."frozen_at" is not null;