ALTER TABLE "people" ADD COLUMN "city_letters" text;
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email_origin" jsonb;
--> statement-breakpoint
-- The first tag in letters; null where there is none.
CREATE FUNCTION first_tag(tags text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT min(same_letters(tag)) FROM unnest(tags) tag);
--> statement-breakpoint
-- A list of people goes by their city without their address: an order by what lies in another table no index serves.
CREATE FUNCTION person_addresses_city() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
    UPDATE people SET city_letters = NULL WHERE id = OLD.person_id AND city_letters IS NOT NULL;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE people SET city_letters = same_letters(NEW.city)
      WHERE id = NEW.person_id AND city_letters IS DISTINCT FROM same_letters(NEW.city);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_addresses_city AFTER INSERT ON person_addresses FOR EACH ROW
  WHEN (NEW.city IS NOT NULL) EXECUTE FUNCTION person_addresses_city();
--> statement-breakpoint
CREATE TRIGGER person_addresses_city_none AFTER DELETE ON person_addresses FOR EACH ROW
  WHEN (OLD.city IS NOT NULL) EXECUTE FUNCTION person_addresses_city();
--> statement-breakpoint
CREATE TRIGGER person_addresses_city_another AFTER UPDATE OF person_id, city ON person_addresses FOR EACH ROW
  WHEN (OLD.person_id <> NEW.person_id OR OLD.city IS DISTINCT FROM NEW.city) EXECUTE FUNCTION person_addresses_city();
--> statement-breakpoint
UPDATE people SET city_letters = same_letters(home.city)
  FROM person_addresses home WHERE home.person_id = people.id AND home.city IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "people_by_city" ON "people" USING btree ("group_id","city_letters","id") WHERE "people"."city_letters" is not null;
--> statement-breakpoint
CREATE INDEX "people_by_contact" ON "people" USING btree ("group_id","contact_account_id","id") WHERE "people"."contact_account_id" is not null;
--> statement-breakpoint
CREATE INDEX "people_by_tag" ON "people" USING btree ("group_id",(case when cardinality("tags") > 0 then first_tag("tags") end),"id") WHERE (case when cardinality("people"."tags") > 0 then first_tag("people"."tags") end) is not null;
--> statement-breakpoint
CREATE INDEX "person_history_listed" ON "person_history" USING btree ("group_id","at","person_id") WHERE "person_history"."kind" = 'came-elsewhere';
--> statement-breakpoint
CREATE INDEX "people_without_email" ON "people" USING btree ("group_id","id") WHERE "people"."email" is null;
--> statement-breakpoint
-- Whoever writes another email and says nothing of where it is from has it forgotten of the one before.
CREATE FUNCTION people_email_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.email_origin := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_email_origin BEFORE UPDATE OF email ON people FOR EACH ROW
  WHEN (OLD.email IS DISTINCT FROM NEW.email AND OLD.email_origin IS NOT DISTINCT FROM NEW.email_origin
    AND OLD.email_origin IS NOT NULL) EXECUTE FUNCTION people_email_origin();
--> statement-breakpoint
-- Whoever came, as a list says that was brought in, came: each time that it names, once.
CREATE OR REPLACE FUNCTION count_came(person uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM people WHERE id = person FOR NO KEY UPDATE;
  UPDATE people SET came_count = came.count
    FROM (SELECT (SELECT count(*) FROM attendances WHERE person_id = person AND state = 'attended')::int
      + (SELECT count(DISTINCT (at, label)) FROM person_history WHERE person_id = person AND kind = 'came-elsewhere')::int AS count) came
    WHERE people.id = person AND people.came_count <> came.count;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_history_listed AFTER INSERT ON person_history FOR EACH ROW
  WHEN (NEW.kind = 'came-elsewhere') EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
CREATE TRIGGER person_history_listed_not AFTER DELETE ON person_history FOR EACH ROW
  WHEN (OLD.kind = 'came-elsewhere') EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
CREATE TRIGGER person_history_listed_by_another AFTER UPDATE OF person_id ON person_history FOR EACH ROW
  WHEN (NEW.kind = 'came-elsewhere' AND OLD.person_id <> NEW.person_id) EXECUTE FUNCTION attendances_count_came();
--> statement-breakpoint
UPDATE people SET came_count = came_count + listed.count
  FROM (SELECT person_id, count(DISTINCT (at, label))::int AS count FROM person_history WHERE kind = 'came-elsewhere' GROUP BY person_id) listed
  WHERE people.id = listed.person_id;
