CREATE TABLE "deed_files" (
	"key" text PRIMARY KEY NOT NULL,
	"deed_id" uuid,
	"part_count" integer DEFAULT 0 NOT NULL,
	"ready_at" timestamp with time zone,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"columns" text[] NOT NULL,
	"lines" jsonb NOT NULL,
	"order" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_views_same_name" UNIQUE("group_id","name"),
	CONSTRAINT "people_views_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "people_views_name_length" CHECK (length("people_views"."name") between 1 and 80),
	CONSTRAINT "people_views_columns" CHECK (cardinality("people_views"."columns") between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "view_shares" (
	"view_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"shared_by" uuid,
	"shared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "view_shares_view_id_account_id_pk" PRIMARY KEY("view_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "deed_people" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "field_id" uuid;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "value" text;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "contact_account_id" uuid;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "deed_files" ADD CONSTRAINT "deed_files_deed_id_people_deeds_id_fk" FOREIGN KEY ("deed_id") REFERENCES "public"."people_deeds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_views" ADD CONSTRAINT "people_views_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_views" ADD CONSTRAINT "people_views_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_shared_by_accounts_id_fk" FOREIGN KEY ("shared_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_shown" FOREIGN KEY ("group_id","view_id") REFERENCES "public"."people_views"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_member" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deed_files_of_deed" ON "deed_files" USING btree ("deed_id");--> statement-breakpoint
CREATE INDEX "deed_files_oldest" ON "deed_files" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "people_views_of_account" ON "people_views" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "view_shares_of_view" ON "view_shares" USING btree ("group_id","view_id");--> statement-breakpoint
CREATE INDEX "view_shares_of_account" ON "view_shares" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "view_shares_by" ON "view_shares" USING btree ("shared_by");--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_field_id_person_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."person_fields"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_contact_account_id_accounts_id_fk" FOREIGN KEY ("contact_account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "people_deeds_field" ON "people_deeds" USING btree ("field_id");--> statement-breakpoint
CREATE INDEX "people_deeds_contact" ON "people_deeds" USING btree ("contact_account_id");