CREATE TABLE "campaign_managers" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"responsibilities" text[] NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_managers_campaign_id_account_id_pk" PRIMARY KEY("campaign_id","account_id"),
	CONSTRAINT "campaign_managers_responsibilities" CHECK (cardinality("campaign_managers"."responsibilities") > 0)
);
--> statement-breakpoint
CREATE TABLE "group_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"responsibilities" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_roles_carried" UNIQUE("group_id","id","responsibilities"),
	CONSTRAINT "group_roles_name_length" CHECK (length("group_roles"."name") between 1 and 60),
	CONSTRAINT "group_roles_responsibilities" CHECK (cardinality("group_roles"."responsibilities") > 0 and "group_roles"."responsibilities" <@ '{see_people,contact_people,export_people,publish,host_events,moderate,manage_members,manage_group}'::text[])
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "own_role_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "own_responsibilities" text[];--> statement-breakpoint
ALTER TABLE "campaign_managers" ADD CONSTRAINT "campaign_managers_of_campaign" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_managers" ADD CONSTRAINT "campaign_managers_of_member" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_managers_by_account" ON "campaign_managers" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_roles_name" ON "group_roles" USING btree ("group_id",lower("name"));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_own_role" FOREIGN KEY ("group_id","own_role_id","own_responsibilities") REFERENCES "public"."group_roles"("group_id","id","responsibilities") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "memberships_carriers" ON "memberships" USING btree ("group_id","own_role_id") WHERE "memberships"."role" <> 'member' or "memberships"."own_role_id" is not null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_own_role_whole" CHECK (("memberships"."own_role_id" is null) = ("memberships"."own_responsibilities" is null));