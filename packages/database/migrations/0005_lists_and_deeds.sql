CREATE TABLE "deed_people" (
	"deed_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_changed" boolean,
	CONSTRAINT "deed_people_deed_id_person_id_pk" PRIMARY KEY("deed_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "people_deeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"asked_by" uuid,
	"kind" text NOT NULL,
	"lines" jsonb,
	"sees_all" boolean NOT NULL,
	"tag" text,
	"list_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_gathered" boolean NOT NULL,
	"total_count" integer DEFAULT 0 NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"changed_count" integer DEFAULT 0 NOT NULL,
	"undone_count" integer DEFAULT 0 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "people_deeds_whom" CHECK ("people_deeds"."lines" is not null or "people_deeds"."is_gathered")
);
--> statement-breakpoint
CREATE TABLE "list_people" (
	"group_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_people_list_id_person_id_pk" PRIMARY KEY("list_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lists_same_name" UNIQUE("group_id","name"),
	CONSTRAINT "lists_same_group" UNIQUE("group_id","id")
);
--> statement-breakpoint
ALTER TABLE "deed_people" ADD CONSTRAINT "deed_people_deed_id_people_deeds_id_fk" FOREIGN KEY ("deed_id") REFERENCES "public"."people_deeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deed_people" ADD CONSTRAINT "deed_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_group_id_list_id_lists_group_id_id_fk" FOREIGN KEY ("group_id","list_id") REFERENCES "public"."lists"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_people" ADD CONSTRAINT "list_people_group_id_list_id_lists_group_id_id_fk" FOREIGN KEY ("group_id","list_id") REFERENCES "public"."lists"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_people" ADD CONSTRAINT "list_people_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deed_people_person" ON "deed_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "deed_people_waiting" ON "deed_people" USING btree ("deed_id","person_id") WHERE "deed_people"."is_changed" is null;--> statement-breakpoint
CREATE INDEX "people_deeds_newest" ON "people_deeds" USING btree ("group_id","made_at","id");--> statement-breakpoint
CREATE INDEX "people_deeds_oldest" ON "people_deeds" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "people_deeds_list" ON "people_deeds" USING btree ("group_id","list_id");--> statement-breakpoint
CREATE INDEX "people_deeds_account" ON "people_deeds" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "list_people_of_list" ON "list_people" USING btree ("group_id","list_id");--> statement-breakpoint
CREATE INDEX "list_people_person" ON "list_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "lists_of_account" ON "lists" USING btree ("made_by");--> statement-breakpoint
CREATE INDEX "people_seen" ON "people" USING btree ("group_id","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("group_id",same_letters("name"),"id");