CREATE TABLE "signature_shares" (
	"signature_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"email" text,
	"ticked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"given_at" timestamp with time zone,
	"person_id" uuid,
	CONSTRAINT "signature_shares_signature_id_group_id_pk" PRIMARY KEY("signature_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_turnouts" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"told_count" integer NOT NULL,
	CONSTRAINT "campaign_turnouts_campaign_id_group_id_pk" PRIMARY KEY("campaign_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_group_id_campaign_id_campaigns_group_id_id_fk";
--> statement-breakpoint
DROP INDEX "tally_marks_of_campaign";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "home_id" uuid GENERATED ALWAYS AS (case when sponsor_id is null then group_id end) STORED;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "echo_of" uuid;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "word" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "accepted_as" text;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "declined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "answer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "standing_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD COLUMN "told_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "sharing" text DEFAULT 'totals' NOT NULL;--> statement-breakpoint
ALTER TABLE "tally_marks" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "signature_shares" ADD CONSTRAINT "signature_shares_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_shares" ADD CONSTRAINT "signature_shares_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_shares" ADD CONSTRAINT "signature_shares_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_turnouts" ADD CONSTRAINT "campaign_turnouts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_turnouts" ADD CONSTRAINT "campaign_turnouts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signature_shares_of_group" ON "signature_shares" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "signature_shares_of_person" ON "signature_shares" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_home" FOREIGN KEY ("home_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_of_sponsor" FOREIGN KEY ("campaign_id","sponsor_id") REFERENCES "public"."campaign_sponsors"("campaign_id","group_id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "signatures_by_sponsor" ON "signatures" USING btree ("campaign_id","sponsor_id") WHERE "signatures"."sponsor_id" is not null;--> statement-breakpoint
CREATE INDEX "signatures_echoes" ON "signatures" USING btree ("echo_of") WHERE "signatures"."echo_of" is not null;--> statement-breakpoint
CREATE INDEX "tally_marks_of_home" ON "tally_marks" USING btree ("campaign_id","step") WHERE "tally_marks"."sponsor_id" is null;--> statement-breakpoint
CREATE INDEX "tally_marks_of_sponsor" ON "tally_marks" USING btree ("campaign_id","sponsor_id","step") WHERE "tally_marks"."sponsor_id" is not null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_sponsors_person" CHECK ("signatures"."sponsor_id" = "signatures"."group_id") NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_word_length" CHECK (length("campaign_sponsors"."word") <= 500) NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_answer_length" CHECK (length("campaign_sponsors"."answer") <= 500) NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_one_state" CHECK (num_nonnulls("campaign_sponsors"."accepted_at", "campaign_sponsors"."declined_at", "campaign_sponsors"."left_at") <= 1) NOT VALID;
--> statement-breakpoint
-- By hand
-- The standing signature of the same mailbox under the same campaign, as another group's person; null where there is none.
-- Two that begin at the same moment are judged one after the other.
CREATE FUNCTION standing_twin(signed signatures) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  mailboxes text[] := ARRAY(
    SELECT email FROM people WHERE id = signed.person_id AND email IS NOT NULL
    UNION SELECT value FROM contact_points WHERE person_id = signed.person_id AND kind = 'email'
    ORDER BY 1);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(signed.campaign_id || mailbox, 0)) FROM unnest(mailboxes) mailbox;
  RETURN (
    SELECT other.id FROM signatures other
    WHERE other.campaign_id = signed.campaign_id AND other.group_id <> signed.group_id
      AND other.stands AND other.echo_of IS NULL AND other.person_id IN (
        SELECT id FROM people WHERE email = ANY (mailboxes)
        UNION SELECT person_id FROM contact_points
          WHERE kind = 'email' AND proven_at IS NOT NULL AND value = ANY (mailboxes))
    LIMIT 1);
END $$;
--> statement-breakpoint
-- Keeps the tallies of a campaign true, its home group's and its sponsors', whatever begins or ends a signature. One mailbox
-- counts once, whichever groups know it: a second signature is the echo of the first, and takes its place when that ends.
CREATE OR REPLACE FUNCTION mark_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first uuid;
  heir signatures;
BEGIN
  IF TG_OP <> 'DELETE' AND NEW.stands THEN
    IF NEW.sponsor_id IS NOT NULL OR EXISTS (SELECT FROM campaign_sponsors WHERE campaign_id = NEW.campaign_id) THEN
      first := standing_twin(NEW);
      IF first IS NOT NULL THEN
        UPDATE signatures SET echo_of = first WHERE id = NEW.id;
        RETURN NULL;
      END IF;
    END IF;
    INSERT INTO tally_marks (campaign_id, sponsor_id, step) VALUES (NEW.campaign_id, NEW.sponsor_id, 1);
    RETURN NULL;
  END IF;
  IF OLD.echo_of IS NOT NULL THEN
    UPDATE signatures SET echo_of = NULL WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  INSERT INTO tally_marks (campaign_id, sponsor_id, step) VALUES (OLD.campaign_id, OLD.sponsor_id, -1);
  SELECT * INTO heir FROM signatures WHERE echo_of = OLD.id ORDER BY confirmed_at, id LIMIT 1 FOR UPDATE;
  IF FOUND THEN
    UPDATE signatures SET echo_of = nullif(heir.id, id) WHERE echo_of = OLD.id;
    INSERT INTO tally_marks (campaign_id, sponsor_id, step) VALUES (heir.campaign_id, heir.sponsor_id, 1);
  END IF;
  RETURN NULL;
END $$;
