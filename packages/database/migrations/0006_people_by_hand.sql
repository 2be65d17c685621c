CREATE TABLE "person_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"corrected_at" timestamp with time zone,
	"until" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "person_notes_body" CHECK (length("person_notes"."body") between 1 and 2000),
	CONSTRAINT "person_notes_until" CHECK ("person_notes"."until" > "person_notes"."at")
);
--> statement-breakpoint
CREATE TABLE "sheet_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sheet_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_new" boolean NOT NULL,
	"brought_phone" text,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sheet_rows_once" UNIQUE("sheet_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"started_by" uuid,
	"title" text NOT NULL,
	"about_kind" text,
	"about_id" uuid,
	"language" text NOT NULL,
	"day" date NOT NULL,
	"words" text,
	"ways" text[] DEFAULT '{}' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "sheets_title" CHECK (length("sheets"."title") between 1 and 120),
	CONSTRAINT "sheets_about" CHECK (("sheets"."about_kind" is null) = ("sheets"."about_id" is null)),
	CONSTRAINT "sheets_consent" CHECK (("sheets"."words" is null) = ("sheets"."ways" = '{}'))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "pronouns" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "assessment" smallint CONSTRAINT "people_assessment" CHECK ("people"."assessment" between 1 and 5);--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "contact_account_id" uuid CONSTRAINT "people_contact_account_id_accounts_id_fk" REFERENCES "public"."accounts"("id") ON DELETE set null;--> statement-breakpoint
ALTER TABLE "person_history" ADD COLUMN "actor_id" uuid;--> statement-breakpoint
ALTER TABLE "person_history" ADD COLUMN "fields" text[];--> statement-breakpoint
ALTER TABLE "person_notes" ADD CONSTRAINT "person_notes_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_notes" ADD CONSTRAINT "person_notes_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_sheet_id_sheets_id_fk" FOREIGN KEY ("sheet_id") REFERENCES "public"."sheets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_notes_newest" ON "person_notes" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "person_notes_of_author" ON "person_notes" USING btree ("author_id") WHERE "person_notes"."author_id" is not null;--> statement-breakpoint
CREATE INDEX "person_notes_ending" ON "person_notes" USING btree ("until");--> statement-breakpoint
CREATE INDEX "person_notes_removed" ON "person_notes" USING btree ("removed_at") WHERE "person_notes"."removed_at" is not null;--> statement-breakpoint
CREATE INDEX "sheet_rows_newest" ON "sheet_rows" USING btree ("sheet_id","at","id");--> statement-breakpoint
CREATE INDEX "sheet_rows_person" ON "sheet_rows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sheets_newest" ON "sheets" USING btree ("group_id","started_at","id");--> statement-breakpoint
CREATE INDEX "sheets_of_account" ON "sheets" USING btree ("started_by") WHERE "sheets"."started_by" is not null;--> statement-breakpoint
CREATE INDEX "people_of_contact" ON "people" USING btree ("contact_account_id","group_id") WHERE "people"."contact_account_id" is not null;
