CREATE TABLE "signature_shares" (
	"signature_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"email" text,
	"ticked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proven_at" timestamp with time zone,
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
ALTER TABLE "signatures" ADD COLUMN "mailbox_key" text;--> statement-breakpoint
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
CREATE INDEX "signatures_by_mailbox" ON "signatures" USING btree ("campaign_id","mailbox_key") WHERE "signatures"."stands";--> statement-breakpoint
CREATE INDEX "tally_marks_of_home" ON "tally_marks" USING btree ("campaign_id","step") WHERE "tally_marks"."sponsor_id" is null;--> statement-breakpoint
CREATE INDEX "tally_marks_of_sponsor" ON "tally_marks" USING btree ("campaign_id","sponsor_id","step") WHERE "tally_marks"."sponsor_id" is not null;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_sponsors_person" CHECK ("signatures"."sponsor_id" = "signatures"."group_id") NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_word_length" CHECK (length("campaign_sponsors"."word") <= 500) NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_answer_length" CHECK (length("campaign_sponsors"."answer") <= 500) NOT VALID;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_one_state" CHECK (num_nonnulls("campaign_sponsors"."accepted_at", "campaign_sponsors"."declined_at", "campaign_sponsors"."left_at") <= 1) NOT VALID;
--> statement-breakpoint
-- By hand
-- What a group was called when it said yes, of those that had said it.
UPDATE campaign_sponsors SET accepted_as = groups.name FROM groups
  WHERE groups.id = campaign_sponsors.group_id AND campaign_sponsors.accepted_at IS NOT NULL;
--> statement-breakpoint
-- Keeps the tallies of a campaign true, its home group's and its sponsors', whatever begins or ends a signature.
CREATE OR REPLACE FUNCTION mark_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO tally_marks (campaign_id, sponsor_id, step) VALUES (OLD.campaign_id, OLD.sponsor_id, -1);
  ELSE
    INSERT INTO tally_marks (campaign_id, sponsor_id, step)
      VALUES (NEW.campaign_id, NEW.sponsor_id, CASE WHEN NEW.stands THEN 1 ELSE -1 END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What was said to whoever signed holds for good. The campaign and those who stand with it are locked: nobody signs meanwhile.
CREATE FUNCTION campaigns_sharing_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM campaigns WHERE id = NEW.id FOR UPDATE;
  PERFORM FROM campaign_sponsors WHERE campaign_id = NEW.id ORDER BY group_id FOR UPDATE;
  IF EXISTS (SELECT FROM signatures WHERE campaign_id = NEW.id) THEN
    RAISE EXCEPTION 'somebody has signed, and was told what the groups get'
      USING ERRCODE = 'check_violation', TABLE = 'campaigns', CONSTRAINT = 'campaigns_sharing_fixed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER campaigns_sharing_fixed BEFORE UPDATE OF sharing ON campaigns
  FOR EACH ROW WHEN (OLD.sharing IS DISTINCT FROM NEW.sharing) EXECUTE FUNCTION campaigns_sharing_fixed();
