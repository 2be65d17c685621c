CREATE TABLE "contact_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"proven_at" timestamp with time zone,
	"source" text NOT NULL,
	"source_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_points_once" UNIQUE("person_id","kind","value"),
	CONSTRAINT "contact_points_email_lower" CHECK ("contact_points"."kind" <> 'email' or "contact_points"."value" = lower("contact_points"."value")),
	CONSTRAINT "contact_points_length" CHECK (length("contact_points"."value") between 1 and 254),
	CONSTRAINT "contact_points_phone_length" CHECK ("contact_points"."kind" <> 'phone' or length("contact_points"."value") <= 40)
);
--> statement-breakpoint
CREATE TABLE "person_addresses" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"street" text,
	"city" text,
	"region" text,
	"postcode" text,
	"country" text,
	CONSTRAINT "person_addresses_street_length" CHECK (length("person_addresses"."street") between 1 and 200),
	CONSTRAINT "person_addresses_city_length" CHECK (length("person_addresses"."city") between 1 and 80),
	CONSTRAINT "person_addresses_region_length" CHECK (length("person_addresses"."region") between 1 and 80),
	CONSTRAINT "person_addresses_postcode_length" CHECK (length("person_addresses"."postcode") between 1 and 20),
	CONSTRAINT "person_addresses_country_length" CHECK (length("person_addresses"."country") between 1 and 60),
	CONSTRAINT "person_addresses_not_empty" CHECK (coalesce("person_addresses"."street", "person_addresses"."city", "person_addresses"."region", "person_addresses"."postcode", "person_addresses"."country") is not null)
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "country" text CONSTRAINT "groups_country_form" CHECK ("groups"."country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "overruled_consents" ADD COLUMN "manner" text;--> statement-breakpoint
ALTER TABLE "overruled_consents" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "manner" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "do_not_contact" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_addresses" ADD CONSTRAINT "person_addresses_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_points_email" ON "contact_points" USING btree ("group_id","value") WHERE "contact_points"."kind" = 'email';--> statement-breakpoint
CREATE INDEX "person_addresses_postcode" ON "person_addresses" USING btree ("group_id",upper(replace("postcode", ' ', '')) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "person_addresses_city" ON "person_addresses" USING btree ("group_id",lower("city"));
--> statement-breakpoint
-- An email is one person's in a group, as their first one or as a further one. The inserts of people are not asked, as they
-- are what a crowd waits for: rememberPerson() looks for further ones in its own statement.
CREATE FUNCTION contact_points_one_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM people WHERE group_id = NEW.group_id AND email = NEW.value;
  IF FOUND THEN
    RAISE EXCEPTION 'an email is one person''s in a group'
      USING ERRCODE = 'unique_violation', TABLE = 'contact_points', CONSTRAINT = 'contact_points_email';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_points_one_owner AFTER INSERT OR UPDATE OF value ON contact_points FOR EACH ROW
  WHEN (NEW.kind = 'email') EXECUTE FUNCTION contact_points_one_owner();
--> statement-breakpoint
CREATE FUNCTION people_email_one_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM contact_points WHERE group_id = NEW.group_id AND kind = 'email' AND value = NEW.email;
  IF FOUND THEN
    RAISE EXCEPTION 'an email is one person''s in a group'
      USING ERRCODE = 'unique_violation', TABLE = 'people', CONSTRAINT = 'people_email';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_email_one_owner AFTER UPDATE OF email ON people FOR EACH ROW
  WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION people_email_one_owner();
--> statement-breakpoint
CREATE TABLE "field_values" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"import_id" uuid,
	CONSTRAINT "field_values_person_id_field_id_pk" PRIMARY KEY("person_id","field_id"),
	CONSTRAINT "field_values_form" CHECK (case "field_values"."kind" when 'number' then "field_values"."value" ~ '^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?$' and "field_values"."value" <> '-0'
        when 'date' then "field_values"."value" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' when 'yesno' then "field_values"."value" in ('yes', 'no')
        else length("field_values"."value") between 1 and 500 end)
);
--> statement-breakpoint
CREATE TABLE "person_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"purpose" text NOT NULL,
	"sees" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "person_fields_kind" UNIQUE("group_id","id","kind"),
	CONSTRAINT "person_fields_name_length" CHECK (length("person_fields"."name") between 1 and 60),
	CONSTRAINT "person_fields_purpose_length" CHECK (length("person_fields"."purpose") between 1 and 200),
	CONSTRAINT "person_fields_choices" CHECK (("person_fields"."kind" = 'choice') = (cardinality("person_fields"."choices") > 0))
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"group_id" uuid NOT NULL,
	"shape" text NOT NULL,
	"columns" jsonb NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_group_id_shape_pk" PRIMARY KEY("group_id","shape")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"repairedCount":0,"withoutEmailCount":0,"unclear":[],"oddCount":0,"odd":[],"sheet":"","sheetCount":0}'::jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "known" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "shape" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "field_values" ADD CONSTRAINT "field_values_of_person" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_values" ADD CONSTRAINT "field_values_of_field" FOREIGN KEY ("group_id","field_id","kind") REFERENCES "public"."person_fields"("group_id","id","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_fields" ADD CONSTRAINT "person_fields_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_values_found" ON "field_values" USING btree ("field_id",lower("value"));--> statement-breakpoint
CREATE INDEX "field_values_numbers" ON "field_values" USING btree ("field_id",(case when "kind" = 'number' then "value"::numeric end)) WHERE "field_values"."kind" = 'number';--> statement-breakpoint
CREATE UNIQUE INDEX "person_fields_name" ON "person_fields" USING btree ("group_id",lower("name"));
--> statement-breakpoint
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
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "move_arrivals" (
	"move_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "move_arrivals_move_id_account_id_pk" PRIMARY KEY("move_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "move_texts" (
	"move_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "move_texts_move_id_language_pk" PRIMARY KEY("move_id","language"),
	CONSTRAINT "move_texts_length" CHECK (length("move_texts"."text") between 1 and 3000)
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"member_count" integer,
	"silent_on" date,
	"link_id" uuid NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "moves_name_length" CHECK (length("moves"."name") between 1 and 120),
	CONSTRAINT "moves_member_count" CHECK ("moves"."member_count" > 0)
);
--> statement-breakpoint
ALTER TABLE "move_arrivals" ADD CONSTRAINT "move_arrivals_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_arrivals" ADD CONSTRAINT "move_arrivals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_texts" ADD CONSTRAINT "move_texts_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "move_arrivals_of_account" ON "move_arrivals" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "moves_of_group" ON "moves" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "moves_of_link" ON "moves" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "moves_of_account" ON "moves" USING btree ("made_by");
--> statement-breakpoint
CREATE TABLE "people_forgetting" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "forget_after_months" smallint CONSTRAINT "groups_forget_after" CHECK ("groups"."forget_after_months" in (12, 24, 36));--> statement-breakpoint
ALTER TABLE "people_forgetting" ADD CONSTRAINT "people_forgetting_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_forgetting_of_group" ON "people_forgetting" USING btree ("group_id","due_at","person_id");--> statement-breakpoint
CREATE INDEX "people_forgetting_due" ON "people_forgetting" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "contact_points_of_mailbox" ON "contact_points" USING btree ("value") WHERE "contact_points"."kind" = 'email' and "contact_points"."proven_at" is not null;--> statement-breakpoint
CREATE INDEX "people_of_mailbox" ON "people" USING btree ("email") WHERE "people"."email" is not null;
--> statement-breakpoint
-- Near names are found by their trigrams. A server that does not have them, or an owner who may not add them, goes without.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm is not available: likely duplicates are not looked for by name';
END $$;
--> statement-breakpoint
CREATE TABLE "duplicate_candidates" (
	"group_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"why" text[] NOT NULL,
	CONSTRAINT "duplicate_candidates_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "duplicate_candidates_order" CHECK ("duplicate_candidates"."first_id" < "duplicate_candidates"."second_id")
);
--> statement-breakpoint
CREATE TABLE "duplicate_looks" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"found_count" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people_apart" (
	"group_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	CONSTRAINT "people_apart_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "people_apart_order" CHECK ("people_apart"."first_id" < "people_apart"."second_id")
);
--> statement-breakpoint
CREATE TABLE "person_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_by" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kept" jsonb,
	CONSTRAINT "person_merges_once" UNIQUE("gone_id")
);
--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_first" FOREIGN KEY ("group_id","first_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_second" FOREIGN KEY ("group_id","second_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_looks" ADD CONSTRAINT "duplicate_looks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_first" FOREIGN KEY ("group_id","first_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_second" FOREIGN KEY ("group_id","second_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_group_id_into_id_people_group_id_id_fk" FOREIGN KEY ("group_id","into_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_candidates_of_group" ON "duplicate_candidates" USING btree ("group_id","first_id","second_id");--> statement-breakpoint
CREATE INDEX "duplicate_candidates_of_second" ON "duplicate_candidates" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "people_apart_of_second" ON "people_apart" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "person_merges_newest" ON "person_merges" USING btree ("into_id","at","id");--> statement-breakpoint
CREATE INDEX "person_merges_account" ON "person_merges" USING btree ("merged_by") WHERE "person_merges"."merged_by" is not null;--> statement-breakpoint
CREATE INDEX "person_merges_kept" ON "person_merges" USING btree ("at") WHERE "person_merges"."kept" is not null;
