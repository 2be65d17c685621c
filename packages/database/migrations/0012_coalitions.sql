CREATE TABLE "council_reports" (
	"event_id" uuid NOT NULL,
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "council_reports_event_id_group_id_pk" PRIMARY KEY("event_id","group_id"),
	CONSTRAINT "council_reports_length" CHECK (length("council_reports"."text") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"coalition_id" uuid NOT NULL,
	"told_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "coalition_groups" (
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"questions" text[] DEFAULT '{}' NOT NULL,
	"answers" text[] DEFAULT '{}' NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coalition_groups_coalition_id_group_id_pk" PRIMARY KEY("coalition_id","group_id"),
	CONSTRAINT "coalition_groups_state" CHECK ("coalition_groups"."state" in ('proposed', 'accepted', 'suspended', 'left')),
	CONSTRAINT "coalition_groups_answered" CHECK (cardinality("coalition_groups"."answers") = cardinality("coalition_groups"."questions"))
);
--> statement-breakpoint
CREATE TABLE "coalition_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"step" text NOT NULL,
	"side" text NOT NULL,
	"taken_by" uuid,
	"word" text DEFAULT '' NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coalition_steps_word_length" CHECK (length("coalition_steps"."word") <= 500)
);
--> statement-breakpoint
CREATE TABLE "coalitions" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"seats" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "coalitions_seats" CHECK ("coalitions"."seats" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "delegates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"mandate" text NOT NULL,
	"term_ends_on" date NOT NULL,
	"named_by" uuid,
	"named_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reminded_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_how" text,
	"end_told_at" timestamp with time zone,
	CONSTRAINT "delegates_mandate_length" CHECK (length("delegates"."mandate") between 1 and 1000),
	CONSTRAINT "delegates_ended_whole" CHECK (("delegates"."ended_at" is null) = ("delegates"."ended_how" is null))
);
--> statement-breakpoint
CREATE TABLE "group_totals" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"acted" integer NOT NULL,
	"came" integer NOT NULL,
	"came_again" integer NOT NULL,
	"leading" integer NOT NULL,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coalition_reach" (
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"is_direct" boolean NOT NULL,
	"reached_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coalition_reach_coalition_id_group_id_pk" PRIMARY KEY("coalition_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "group_bans" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "kind" text DEFAULT 'group' NOT NULL;--> statement-breakpoint
ALTER TABLE "council_reports" ADD CONSTRAINT "council_reports_event_id_councils_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."councils"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_reports" ADD CONSTRAINT "council_reports_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_reports" ADD CONSTRAINT "council_reports_of_group" FOREIGN KEY ("coalition_id","group_id") REFERENCES "public"."coalition_groups"("coalition_id","group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_coalition_id_coalitions_group_id_fk" FOREIGN KEY ("coalition_id") REFERENCES "public"."coalitions"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_groups" ADD CONSTRAINT "coalition_groups_coalition_id_coalitions_group_id_fk" FOREIGN KEY ("coalition_id") REFERENCES "public"."coalitions"("group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_groups" ADD CONSTRAINT "coalition_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_steps" ADD CONSTRAINT "coalition_steps_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_steps" ADD CONSTRAINT "coalition_steps_of_group" FOREIGN KEY ("coalition_id","group_id") REFERENCES "public"."coalition_groups"("coalition_id","group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalitions" ADD CONSTRAINT "coalitions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_named_by_accounts_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_of_group" FOREIGN KEY ("coalition_id","group_id") REFERENCES "public"."coalition_groups"("coalition_id","group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_totals" ADD CONSTRAINT "group_totals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_reach" ADD CONSTRAINT "coalition_reach_coalition_id_groups_id_fk" FOREIGN KEY ("coalition_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coalition_reach" ADD CONSTRAINT "coalition_reach_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "council_reports_of_group" ON "council_reports" USING btree ("coalition_id","group_id");--> statement-breakpoint
CREATE INDEX "council_reports_by_writer" ON "council_reports" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "councils_of_coalition" ON "councils" USING btree ("coalition_id");--> statement-breakpoint
CREATE INDEX "coalition_groups_of_group" ON "coalition_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "coalition_groups_by_state" ON "coalition_groups" USING btree ("coalition_id","state","since","group_id");--> statement-breakpoint
CREATE INDEX "coalition_steps_in_order" ON "coalition_steps" USING btree ("coalition_id","group_id","id");--> statement-breakpoint
CREATE INDEX "coalition_steps_by_account" ON "coalition_steps" USING btree ("taken_by");--> statement-breakpoint
CREATE UNIQUE INDEX "delegates_speak_once" ON "delegates" USING btree ("coalition_id","account_id") WHERE "delegates"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "delegates_of_group_in_order" ON "delegates" USING btree ("coalition_id","group_id","id");--> statement-breakpoint
CREATE INDEX "delegates_by_account" ON "delegates" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "delegates_by_namer" ON "delegates" USING btree ("named_by");--> statement-breakpoint
CREATE INDEX "delegates_by_term" ON "delegates" USING btree ("term_ends_on") WHERE "delegates"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "delegates_end_to_tell" ON "delegates" USING btree ("id") WHERE "delegates"."ended_at" is not null and "delegates"."end_told_at" is null;--> statement-breakpoint
CREATE INDEX "coalition_reach_of_group" ON "coalition_reach" USING btree ("group_id","coalition_id");--> statement-breakpoint
-- Which groups a coalition reaches, through the coalitions among them too. One change at a time, so that two coalitions
-- that take each other in at the same moment are seen by each other.
CREATE FUNCTION coalition_groups_no_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('coalition_reach'));
  IF NEW.group_id = NEW.coalition_id OR EXISTS (
    SELECT FROM coalition_reach WHERE coalition_id = NEW.group_id AND group_id = NEW.coalition_id) THEN
    RAISE EXCEPTION 'a coalition is in none that is in it'
      USING ERRCODE = 'check_violation', TABLE = 'coalition_groups', CONSTRAINT = 'coalition_groups_no_circle';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER coalition_groups_no_circle BEFORE INSERT OR UPDATE OF state ON coalition_groups
  FOR EACH ROW WHEN (NEW.state = 'accepted') EXECUTE FUNCTION coalition_groups_no_circle();
--> statement-breakpoint
CREATE FUNCTION coalition_groups_reach() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.coalition_id ELSE NEW.coalition_id END;
  affected uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('coalition_reach'));
  affected := ARRAY(SELECT coalition_id FROM coalition_reach WHERE group_id = changed UNION SELECT changed);
  -- Only what differs is written: what stays keeps since when it is so, and no row is locked that need not be.
  WITH RECURSIVE below AS (
    SELECT own.coalition_id, own.group_id, true AS is_direct FROM coalition_groups own
      WHERE own.state = 'accepted' AND own.coalition_id = ANY(affected)
    UNION
    SELECT below.coalition_id, lower.group_id, false FROM below
      JOIN coalition_groups lower ON lower.coalition_id = below.group_id AND lower.state = 'accepted'
  ), reached AS (
    SELECT below.coalition_id, below.group_id, bool_or(below.is_direct) AS is_direct FROM below
    -- Neither what is being deleted with this row.
    WHERE EXISTS (SELECT FROM groups WHERE id = below.coalition_id) AND EXISTS (SELECT FROM groups WHERE id = below.group_id)
    GROUP BY below.coalition_id, below.group_id
  ), gone AS (
    DELETE FROM coalition_reach was WHERE was.coalition_id = ANY(affected) AND NOT EXISTS (
      SELECT FROM reached WHERE reached.coalition_id = was.coalition_id AND reached.group_id = was.group_id)
  )
  INSERT INTO coalition_reach (coalition_id, group_id, is_direct)
    SELECT reached.coalition_id, reached.group_id, reached.is_direct FROM reached
    WHERE NOT EXISTS (SELECT FROM coalition_reach was WHERE was.coalition_id = reached.coalition_id
      AND was.group_id = reached.group_id AND was.is_direct = reached.is_direct)
    ON CONFLICT (coalition_id, group_id) DO UPDATE SET is_direct = excluded.is_direct;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER coalition_groups_reach AFTER INSERT OR DELETE OR UPDATE OF state ON coalition_groups
  FOR EACH ROW EXECUTE FUNCTION coalition_groups_reach();
--> statement-breakpoint
-- The members of a coalition are those who speak for its groups, whichever way somebody would become one.
CREATE FUNCTION memberships_of_delegates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM groups WHERE id = NEW.group_id AND kind = 'coalition') AND NOT EXISTS (
    SELECT FROM delegates WHERE coalition_id = NEW.group_id AND account_id = NEW.account_id AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'the members of a coalition are its delegates'
      USING ERRCODE = 'check_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_of_delegates';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_of_delegates BEFORE INSERT ON memberships
  FOR EACH ROW EXECUTE FUNCTION memberships_of_delegates();
--> statement-breakpoint
-- Who is in the group no more, or in the coalition, speaks for it no more.
CREATE FUNCTION memberships_end_delegates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delegates SET ended_at = now(), ended_how = 'standing'
    WHERE account_id = OLD.account_id AND ended_at IS NULL AND (group_id = OLD.group_id OR coalition_id = OLD.group_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_end_delegates AFTER DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION memberships_end_delegates();
--> statement-breakpoint
-- A group that is in the coalition no more, or is kept out for a while, has nobody who speaks for it there.
CREATE FUNCTION coalition_groups_end_delegates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE delegates SET ended_at = now(), ended_how = 'group', end_told_at = now()
    WHERE coalition_id = NEW.coalition_id AND group_id = NEW.group_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER coalition_groups_end_delegates AFTER UPDATE OF state ON coalition_groups
  FOR EACH ROW WHEN (NEW.state <> 'accepted') EXECUTE FUNCTION coalition_groups_end_delegates();
--> statement-breakpoint
-- Who speaks for none of its groups is no member of a coalition, however it ended.
CREATE FUNCTION delegates_end_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM memberships WHERE group_id = OLD.coalition_id AND account_id = OLD.account_id;
  -- Named again by another group one day, they are not in rooms that they were named in for this one.
  DELETE FROM channel_members named USING channels room
    WHERE room.id = named.channel_id AND room.kind = 'room' AND room.group_id = OLD.coalition_id
      AND named.account_id = OLD.account_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER delegates_ended AFTER UPDATE OF ended_at ON delegates
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION delegates_end_membership();
--> statement-breakpoint
CREATE TRIGGER delegates_deleted AFTER DELETE ON delegates
  FOR EACH ROW WHEN (OLD.ended_at IS NULL) EXECUTE FUNCTION delegates_end_membership();
--> statement-breakpoint
-- A group calls back whoever speaks for it, also the last steward of the coalition: the one who is there longest follows,
-- organizers first, which is on record and told to them. One for whom nobody speaks waits until somebody does.
CREATE OR REPLACE FUNCTION memberships_keep_a_steward() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  its_kind text;
  successor uuid;
  entry uuid := uuidv7();
BEGIN
  SELECT kind INTO its_kind FROM groups WHERE id = OLD.group_id FOR NO KEY UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM memberships WHERE group_id = OLD.group_id AND role = 'steward') THEN
    RETURN NULL;
  END IF;
  IF its_kind = 'coalition' AND TG_OP = 'DELETE' THEN
    UPDATE memberships SET role = 'steward' WHERE group_id = OLD.group_id AND account_id = (
      SELECT account_id FROM memberships WHERE group_id = OLD.group_id
        ORDER BY account_id IN (SELECT suspended.account_id FROM account_suspensions suspended),
          role = 'organizer' DESC, joined_at, account_id LIMIT 1)
      RETURNING account_id INTO successor;
    IF successor IS NOT NULL THEN
      INSERT INTO journal (id, kind, group_id, subject_id) VALUES (entry, 'coalitions.steward-followed', OLD.group_id, successor);
      INSERT INTO journal_undelivered (entry_id) VALUES (entry);
    END IF;
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a group always keeps one steward'
    USING ERRCODE = 'check_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_keep_a_steward';
END $$;
--> statement-breakpoint
-- Also whoever is in a group of a coalition hears from it.
CREATE OR REPLACE FUNCTION may_hear_from(sender uuid, address text) RETURNS boolean LANGUAGE sql STABLE AS $$
  select not exists (
    select from groups home
    where home.id = sender and (home.vouched_at is null or home.hidden_at is not null)
      and not exists (
        select from memberships own join accounts account on account.id = own.account_id
        where own.group_id = home.id and account.email = address)
      and not (home.hidden_at is null and exists (
        select from coalition_reach reach join memberships own on own.group_id = reach.group_id
        join accounts account on account.id = own.account_id
        where reach.coalition_id = home.id and account.email = address)))
$$;
