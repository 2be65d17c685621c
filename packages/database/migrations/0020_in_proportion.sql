CREATE TABLE "campaign_draws" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"drawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"brought_count" integer NOT NULL,
	"before_count" integer NOT NULL,
	"lot_count" integer NOT NULL,
	"drawn_count" integer NOT NULL,
	CONSTRAINT "campaign_draws_by_tens" CHECK ("campaign_draws"."lot_count" > 0 and "campaign_draws"."lot_count" % 10 = 0),
	CONSTRAINT "campaign_draws_fair" CHECK ("campaign_draws"."drawn_count" = least("campaign_draws"."lot_count", "campaign_draws"."brought_count" - "campaign_draws"."before_count") and "campaign_draws"."drawn_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "campaign_lots" (
	"draw_id" uuid NOT NULL,
	"lot" "bytea" NOT NULL,
	CONSTRAINT "campaign_lots_draw_id_lot_pk" PRIMARY KEY("draw_id","lot"),
	CONSTRAINT "campaign_lots_length" CHECK (length("campaign_lots"."lot") = 32)
);
--> statement-breakpoint
ALTER TABLE "signature_shares" ADD COLUMN "lot_key" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "signature_shares" ADD COLUMN "draw_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "draw_seed" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_draws" ADD CONSTRAINT "campaign_draws_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_draws" ADD CONSTRAINT "campaign_draws_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_lots" ADD CONSTRAINT "campaign_lots_draw_id_campaign_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."campaign_draws"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_draws_of_group" ON "campaign_draws" USING btree ("campaign_id","group_id","id");--> statement-breakpoint
CREATE INDEX "campaign_draws_by_group" ON "campaign_draws" USING btree ("group_id");--> statement-breakpoint
ALTER TABLE "signature_shares" ADD CONSTRAINT "signature_shares_draw_id_campaign_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."campaign_draws"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "signature_shares_waiting" ON "signature_shares" USING btree ("signature_id") WHERE "signature_shares"."given_at" is null;--> statement-breakpoint
CREATE INDEX "signature_shares_by_draw" ON "signature_shares" USING btree ("draw_id") WHERE "signature_shares"."draw_id" is not null;--> statement-breakpoint
CREATE INDEX "campaigns_to_draw" ON "campaigns" USING btree ("ended_at") WHERE "campaigns"."sharing" = 'proportional';
--> statement-breakpoint
-- By hand
-- A lot of a draw, and where it stands in it; docs/drawn-by-lot.md has both for others to compute.
CREATE FUNCTION draw_lot(draw_id uuid, lot_key uuid) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT sha256(convert_to('groundwork-draw-1:' || draw_id || ':' || lot_key, 'UTF8')) $$;
--> statement-breakpoint
CREATE FUNCTION draw_place(draw_seed uuid, lot bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT sha256(convert_to('groundwork-draw-1:' || draw_seed || ':' || encode(lot, 'hex'), 'UTF8')) $$;
