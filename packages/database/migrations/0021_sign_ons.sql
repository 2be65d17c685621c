CREATE TABLE "campaign_sign_ons" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"signed_as" text NOT NULL,
	"decision" text NOT NULL,
	"decided_on" date NOT NULL,
	"shows_logo" boolean DEFAULT false NOT NULL,
	"logo_terms" text DEFAULT '' NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "campaign_sign_ons_campaign_id_group_id_pk" PRIMARY KEY("campaign_id","group_id"),
	CONSTRAINT "campaign_sign_ons_decision_length" CHECK (length("campaign_sign_ons"."decision") between 1 and 500),
	CONSTRAINT "campaign_sign_ons_terms_length" CHECK (length("campaign_sign_ons"."logo_terms") <= 500)
);
--> statement-breakpoint
ALTER TABLE "campaign_sign_ons" ADD CONSTRAINT "campaign_sign_ons_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sign_ons" ADD CONSTRAINT "campaign_sign_ons_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sign_ons" ADD CONSTRAINT "campaign_sign_ons_signed_by_accounts_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_sign_ons_in_order" ON "campaign_sign_ons" USING btree ("campaign_id","signed_at","group_id") WHERE "campaign_sign_ons"."taken_back_at" is null;--> statement-breakpoint
CREATE INDEX "campaign_sign_ons_of_group" ON "campaign_sign_ons" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "campaign_sign_ons_by_account" ON "campaign_sign_ons" USING btree ("signed_by");