-- Keeps the tally of a campaign true whatever ends or begins a signature: a confirmation, a withdrawal, an erasure.
CREATE FUNCTION mark_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO tally_marks (campaign_id, step) VALUES (OLD.campaign_id, -1);
  ELSE
    INSERT INTO tally_marks (campaign_id, step) VALUES (NEW.campaign_id, CASE WHEN NEW.stands THEN 1 ELSE -1 END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER signatures_mark_added AFTER INSERT ON signatures FOR EACH ROW
  WHEN (NEW.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
CREATE TRIGGER signatures_mark_changed AFTER UPDATE ON signatures FOR EACH ROW
  WHEN (OLD.stands IS DISTINCT FROM NEW.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
CREATE TRIGGER signatures_mark_removed AFTER DELETE ON signatures FOR EACH ROW
  WHEN (OLD.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
-- A group always keeps one steward. Judged at commit, under a lock on the group, so that two stewards who leave at
-- the same moment are judged one after the other; and a group that is itself gone needs none.
CREATE FUNCTION memberships_keep_a_steward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM groups WHERE id = OLD.group_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM memberships WHERE group_id = OLD.group_id AND role = 'steward') THEN
    RAISE EXCEPTION 'a group always keeps one steward'
      USING ERRCODE = 'check_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_keep_a_steward';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER memberships_keep_a_steward AFTER UPDATE OF role OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.role = 'steward') EXECUTE FUNCTION memberships_keep_a_steward();
--> statement-breakpoint
-- What is new in a group is read from its journal, among millions of entries of other kinds: groups/news/queries.ts.
CREATE INDEX journal_news ON journal (group_id, id DESC)
  WHERE kind IN ('groups.created', 'campaigns.published', 'campaigns.update-posted', 'events.published');
--> statement-breakpoint
-- How many are in a group, true whatever begins or ends memberships, an erased account among them.
CREATE FUNCTION memberships_count_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET member_count = member_count + step
    FROM (SELECT group_id, CASE WHEN TG_OP = 'INSERT' THEN count(*) ELSE -count(*) END AS step
          FROM changed GROUP BY group_id) steps
    WHERE groups.id = steps.group_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_count_joined AFTER INSERT ON memberships REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION memberships_count_members();
--> statement-breakpoint
CREATE TRIGGER memberships_count_gone AFTER DELETE ON memberships REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION memberships_count_members();
