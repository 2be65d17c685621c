CREATE TABLE "ally_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"word" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "ally_claims_word_length" CHECK (length("ally_claims"."word") between 1 and 500),
	CONSTRAINT "ally_claims_decided_whole" CHECK (("ally_claims"."decision" is null) = ("ally_claims"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "allies" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"kept_by" uuid,
	"contact" text DEFAULT '' NOT NULL,
	"link" text,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_down_at" timestamp with time zone,
	CONSTRAINT "allies_contact_length" CHECK (length("allies"."contact") <= 200),
	CONSTRAINT "allies_link_form" CHECK ("allies"."link" ~ '^https://[^[:space:]]+$'),
	CONSTRAINT "allies_link_length" CHECK (length("allies"."link") <= 500)
);
--> statement-breakpoint
ALTER TABLE "ally_claims" ADD CONSTRAINT "ally_claims_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ally_claims" ADD CONSTRAINT "ally_claims_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ally_claims" ADD CONSTRAINT "ally_claims_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allies" ADD CONSTRAINT "allies_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allies" ADD CONSTRAINT "allies_kept_by_groups_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allies" ADD CONSTRAINT "allies_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ally_claims_one_open" ON "ally_claims" USING btree ("group_id","account_id") WHERE "ally_claims"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "ally_claims_open" ON "ally_claims" USING btree ("group_id","made_at","id") WHERE "ally_claims"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "ally_claims_by_account" ON "ally_claims" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "ally_claims_by_decider" ON "ally_claims" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "ally_claims_decided" ON "ally_claims" USING btree ("decided_at") WHERE "ally_claims"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "allies_of_keeper" ON "allies" USING btree ("kept_by","added_at","group_id");--> statement-breakpoint
CREATE INDEX "allies_by_adder" ON "allies" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "allies_taken_down" ON "allies" USING btree ("taken_down_at") WHERE "allies"."taken_down_at" is not null;
--> statement-breakpoint
-- An ally is seen as a group by nobody, and no steward of the site has said that it is what it says.
CREATE FUNCTION groups_ally_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an ally is private, and nobody vouches for it'
    USING ERRCODE = 'check_violation', TABLE = 'groups', CONSTRAINT = 'groups_ally_closed';
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_ally_closed BEFORE INSERT OR UPDATE ON groups
  FOR EACH ROW WHEN (NEW.kind = 'ally' AND (NEW.visibility <> 'private' OR NEW.vouched_at IS NOT NULL))
  EXECUTE FUNCTION groups_ally_closed();
--> statement-breakpoint
-- Nobody is in an ally, whichever way somebody would become one of its members.
CREATE FUNCTION memberships_of_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM groups WHERE id = NEW.group_id AND kind = 'ally') THEN
    RAISE EXCEPTION 'an ally has no members'
      USING ERRCODE = 'check_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_of_nobody';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_of_nobody BEFORE INSERT ON memberships
  FOR EACH ROW EXECUTE FUNCTION memberships_of_nobody();
--> statement-breakpoint
-- With a coalition that is not in lists go the allies that it put up: without it everybody would see what nobody saw.
CREATE FUNCTION groups_take_allies_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM groups kept USING allies ally
    WHERE ally.kept_by = OLD.id AND kept.id = ally.group_id AND kept.kind = 'ally';
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_take_allies_along BEFORE DELETE ON groups
  FOR EACH ROW WHEN (OLD.kind = 'coalition'
    AND (OLD.visibility <> 'public' OR OLD.vouched_at IS NULL OR OLD.hidden_at IS NOT NULL))
  EXECUTE FUNCTION groups_take_allies_along();
