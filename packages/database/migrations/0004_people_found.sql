-- The part of a postcode that names an area, where it has one: so are the postcodes of Great Britain, Canada, Ireland, the
-- Netherlands and of ZIP+4 in files that leave the rest out. Null for every other postcode.
CREATE FUNCTION postcode_area(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE
    WHEN upper(replace(written, ' ', '')) ~ '^([A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})$'
      THEN left(upper(replace(written, ' ', '')), -3)
    WHEN upper(replace(written, ' ', '')) ~ '^([A-Z][0-9][A-Z][0-9][A-Z][0-9]|[A-Z][0-9][0-9W][A-Z0-9]{4})$'
      THEN left(upper(replace(written, ' ', '')), 3)
    WHEN upper(replace(written, ' ', '')) ~ '^[0-9]{4}[A-Z]{2}$' THEN left(replace(written, ' ', ''), 4)
    WHEN written ~ '^ *[0-9]{5}-[0-9]{4} *$' THEN left(ltrim(written), 5)
  END;
--> statement-breakpoint
-- On a ball of the middle radius of the earth (haversine): a third of a percent off at most.
CREATE FUNCTION distance_km(a_latitude float8, a_longitude float8, b_latitude float8, b_longitude float8)
  RETURNS float8 LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN 12742.0176 * asin(least(1, sqrt(
    sin(radians(b_latitude - a_latitude) / 2) ^ 2
    + cos(radians(a_latitude)) * cos(radians(b_latitude)) * sin(radians(b_longitude - a_longitude) / 2) ^ 2)));
--> statement-breakpoint
CREATE TABLE "person_external_ids" (
	"group_id" uuid NOT NULL,
	"tool" text NOT NULL,
	"value" text NOT NULL,
	"person_id" uuid NOT NULL,
	"import_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_external_ids_group_id_tool_value_pk" PRIMARY KEY("group_id","tool","value"),
	CONSTRAINT "person_external_ids_tool" CHECK ("person_external_ids"."tool" ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "person_external_ids_length" CHECK (length("person_external_ids"."value") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "import_sheets" (
	"import_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"csv" "bytea" NOT NULL,
	CONSTRAINT "import_sheets_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
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
CREATE TABLE "postcode_files" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"count" integer NOT NULL,
	"countries" text[] NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "postcode_files_only_one" CHECK ("postcode_files"."only")
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"code" text NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	CONSTRAINT "postcodes_code_country_pk" PRIMARY KEY("code","country"),
	CONSTRAINT "postcodes_country_form" CHECK ("postcodes"."country" ~ '^([A-Z]{2})?$'),
	CONSTRAINT "postcodes_on_earth" CHECK ("postcodes"."latitude" between -90 and 90 and "postcodes"."longitude" between -180 and 180)
);
--> statement-breakpoint
DROP INDEX "person_addresses_postcode";
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"knownByIds":[],"dates":[],"repairedCount":0,"withoutEmailCount":0,"unclear":[],"oddCount":0,"odd":[],"sheet":"","sheetCount":0,"sheets":[]}'::jsonb;
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "postcode" text CONSTRAINT "signatures_postcode_length" CHECK (length("signatures"."postcode") between 1 and 20);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asks_postcode" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "points" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "filled" text[] DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "date_order" text;
--> statement-breakpoint
ALTER TABLE "person_notes" ADD COLUMN "contacted_by" text;
--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD COLUMN "brought_postcode" text;
--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "signs" boolean DEFAULT false NOT NULL CONSTRAINT "sheets_signs" CHECK (not "sheets"."signs" or coalesce("sheets"."about_kind" = 'campaign', false));
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "came_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "person_addresses" ADD COLUMN "code" text GENERATED ALWAYS AS (upper(replace(postcode, ' ', ''))) STORED;
--> statement-breakpoint
ALTER TABLE "person_addresses" ADD COLUMN "area" text GENERATED ALWAYS AS (postcode_area(postcode)) STORED;
--> statement-breakpoint
ALTER TABLE "deed_people" ADD COLUMN "before" jsonb;
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "field_id" uuid;
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "value" text;
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "contact_account_id" uuid;
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "format" text;
--> statement-breakpoint
ALTER TABLE "person_external_ids" ADD CONSTRAINT "person_external_ids_of_person" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_sheets" ADD CONSTRAINT "import_sheets_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deed_files" ADD CONSTRAINT "deed_files_deed_id_people_deeds_id_fk" FOREIGN KEY ("deed_id") REFERENCES "public"."people_deeds"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_views" ADD CONSTRAINT "people_views_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "people_views" ADD CONSTRAINT "people_views_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_shared_by_accounts_id_fk" FOREIGN KEY ("shared_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_shown" FOREIGN KEY ("group_id","view_id") REFERENCES "public"."people_views"("group_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "view_shares" ADD CONSTRAINT "view_shares_member" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "person_external_ids_person" ON "person_external_ids" USING btree ("person_id");
--> statement-breakpoint
CREATE INDEX "deed_files_of_deed" ON "deed_files" USING btree ("deed_id");
--> statement-breakpoint
CREATE INDEX "deed_files_oldest" ON "deed_files" USING btree ("made_at");
--> statement-breakpoint
CREATE INDEX "people_views_of_account" ON "people_views" USING btree ("made_by");
--> statement-breakpoint
CREATE INDEX "view_shares_of_view" ON "view_shares" USING btree ("group_id","view_id");
--> statement-breakpoint
CREATE INDEX "view_shares_of_account" ON "view_shares" USING btree ("account_id","group_id");
--> statement-breakpoint
CREATE INDEX "view_shares_by" ON "view_shares" USING btree ("shared_by");
--> statement-breakpoint
CREATE INDEX "postcodes_place" ON "postcodes" USING btree ("latitude","longitude");
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_field_id_person_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."person_fields"("id") ON DELETE cascade ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "people_deeds" ADD CONSTRAINT "people_deeds_contact_account_id_accounts_id_fk" FOREIGN KEY ("contact_account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action NOT VALID;
--> statement-breakpoint
CREATE INDEX "rsvps_by_link" ON "rsvps" USING btree ("link_id") WHERE "rsvps"."link_id" is not null;
--> statement-breakpoint
CREATE INDEX "person_notes_contacts" ON "person_notes" USING btree ("group_id","at","person_id") WHERE "person_notes"."contacted_by" is not null;
--> statement-breakpoint
CREATE INDEX "people_by_turnout" ON "people" USING btree ("group_id","came_count","id");
--> statement-breakpoint
CREATE INDEX "people_by_closeness" ON "people" USING btree ("group_id",coalesce("assessment", 6),"id");
--> statement-breakpoint
CREATE INDEX "person_addresses_code" ON "person_addresses" USING btree ("group_id","code" text_pattern_ops);
--> statement-breakpoint
CREATE INDEX "person_addresses_area" ON "person_addresses" USING btree ("group_id","area") WHERE "person_addresses"."area" is not null;
--> statement-breakpoint
CREATE INDEX "person_history_mailed" ON "person_history" USING btree ("group_id","at","person_id") WHERE "person_history"."kind" in ('mailed', 'mail-refused');
--> statement-breakpoint
CREATE INDEX "people_deeds_field" ON "people_deeds" USING btree ("field_id");
--> statement-breakpoint
CREATE INDEX "people_deeds_contact" ON "people_deeds" USING btree ("contact_account_id");
--> statement-breakpoint
-- To how many events somebody came. Counted anew and not added to: a merge, its parting or a slip at the door leaves it right.
-- Who counts at the same time waits for the row, and then reads what the other wrote.
CREATE FUNCTION count_came(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM people WHERE id = person FOR NO KEY UPDATE;
  UPDATE people SET came_count = came.count
    FROM (SELECT count(*)::int AS count FROM attendances WHERE person_id = person AND state = 'attended') came
    WHERE people.id = person AND people.came_count <> came.count;
END $$;
--> statement-breakpoint
CREATE FUNCTION attendances_count_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.person_id IS NOT NULL THEN PERFORM count_came(OLD.person_id); END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.person_id IS DISTINCT FROM OLD.person_id THEN
    PERFORM count_came(NEW.person_id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER attendances_came AFTER INSERT ON attendances FOR EACH ROW
  WHEN (NEW.state = 'attended' AND NEW.person_id IS NOT NULL) EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
CREATE TRIGGER attendances_came_not AFTER DELETE ON attendances FOR EACH ROW
  WHEN (OLD.state = 'attended' AND OLD.person_id IS NOT NULL) EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
CREATE TRIGGER attendances_came_by_another AFTER UPDATE OF person_id, state ON attendances FOR EACH ROW
  WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.state <> NEW.state) EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
UPDATE people SET came_count = came.count
  FROM (SELECT person_id, count(*)::int AS count FROM attendances WHERE state = 'attended' GROUP BY person_id) came
  WHERE people.id = came.person_id;
