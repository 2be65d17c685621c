CREATE TABLE "group_measures" (
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_measures_group_id_kind_pk" PRIMARY KEY("group_id","kind"),
	CONSTRAINT "group_measures_reason_length" CHECK (length("group_measures"."reason") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "vouched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "starting_groups" text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_measures" ADD CONSTRAINT "group_measures_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_measures" ADD CONSTRAINT "group_measures_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "groups_waiting" ON "groups" USING btree ("created_at","id") WHERE "groups"."vouched_at" is null;
--> statement-breakpoint
-- By hand
-- The groups of before were let in when nobody was asked.
UPDATE "groups" SET "vouched_at" = "created_at";
--> statement-breakpoint
-- For the outbox, which lies under the groups and knows only their ids: whether a group may write to anyone now.
CREATE FUNCTION "group_may_write"(asked uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  select not exists (select from groups where id = asked and (frozen_at is not null or hidden_at is not null))
$$;
