CREATE TABLE "campaign_proof_leaves" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"leaf" "bytea" NOT NULL,
	"is_told" boolean NOT NULL,
	CONSTRAINT "campaign_proof_leaves_campaign_id_leaf_pk" PRIMARY KEY("campaign_id","leaf"),
	CONSTRAINT "campaign_proof_leaves_length" CHECK (length("campaign_proof_leaves"."leaf") = 32)
);
--> statement-breakpoint
CREATE TABLE "campaign_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid,
	"asked_by" uuid,
	"asked_for" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"counted_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"count" integer,
	"fingerprint" text,
	"file_key" text NOT NULL,
	"part_count" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "campaign_proofs_whole" CHECK (num_nonnulls("campaign_proofs"."counted_at", "campaign_proofs"."count", "campaign_proofs"."fingerprint") in (0, 3)),
	CONSTRAINT "campaign_proofs_one_end" CHECK (num_nonnulls("campaign_proofs"."counted_at", "campaign_proofs"."failed_at") <= 1),
	CONSTRAINT "campaign_proofs_fingerprint" CHECK ("campaign_proofs"."fingerprint" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
-- Two steps: with the default in the first, the whole table would be written anew while nobody can sign.
ALTER TABLE "signatures" ADD COLUMN "count_key" uuid;--> statement-breakpoint
ALTER TABLE "signatures" ALTER COLUMN "count_key" SET DEFAULT gen_random_uuid();--> statement-breakpoint
ALTER TABLE "campaign_proof_leaves" ADD CONSTRAINT "campaign_proof_leaves_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_proof_leaves" ADD CONSTRAINT "campaign_proof_leaves_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_proofs" ADD CONSTRAINT "campaign_proofs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_proofs" ADD CONSTRAINT "campaign_proofs_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_proofs" ADD CONSTRAINT "campaign_proofs_asked_for_groups_id_fk" FOREIGN KEY ("asked_for") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_proof_leaves_of_group" ON "campaign_proof_leaves" USING btree ("group_id","campaign_id");--> statement-breakpoint
CREATE INDEX "campaign_proofs_newest" ON "campaign_proofs" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "campaign_proofs_by_account" ON "campaign_proofs" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "campaign_proofs_for_group" ON "campaign_proofs" USING btree ("asked_for");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_proofs_one_waits" ON "campaign_proofs" USING btree ("campaign_id") WHERE "campaign_proofs"."counted_at" is null and "campaign_proofs"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "signatures_without_key" ON "signatures" USING btree ("campaign_id") WHERE "signatures"."count_key" is null;
--> statement-breakpoint
-- By hand
-- The leaf of a signature in the list of a proof; docs/proof-of-count.md has it for others to compute.
CREATE FUNCTION count_leaf(campaign_id uuid, count_key uuid) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT sha256(convert_to('groundwork-count-1:' || campaign_id || ':' || count_key, 'UTF8')) $$;
--> statement-breakpoint
-- Of sponsors' people as many stand in the list as are told: those that were told before, too. Few have any yet.
UPDATE signatures SET count_key = gen_random_uuid() WHERE sponsor_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO campaign_proof_leaves (campaign_id, group_id, leaf, is_told)
  SELECT sponsor.campaign_id, sponsor.group_id, count_leaf(sponsor.campaign_id, one.count_key), true
  FROM campaign_sponsors sponsor CROSS JOIN LATERAL (
    SELECT own.count_key FROM signatures own
    WHERE own.campaign_id = sponsor.campaign_id AND own.sponsor_id = sponsor.group_id
    ORDER BY own.stands DESC, own.confirmed_at, own.id LIMIT sponsor.told_count) one
  WHERE sponsor.told_count > 0;
