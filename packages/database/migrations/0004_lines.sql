ALTER TABLE "people" ADD COLUMN "came_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "rsvps_by_link" ON "rsvps" USING btree ("link_id") WHERE "rsvps"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "people_by_turnout" ON "people" USING btree ("group_id","came_count","id");--> statement-breakpoint
CREATE INDEX "people_by_closeness" ON "people" USING btree ("group_id",coalesce("assessment", 6),"id");--> statement-breakpoint
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
