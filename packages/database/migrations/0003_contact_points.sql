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
