CREATE TABLE "campaign_managers" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"responsibilities" text[] NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_managers_campaign_id_account_id_pk" PRIMARY KEY("campaign_id","account_id"),
	CONSTRAINT "campaign_managers_responsibilities" CHECK (cardinality("campaign_managers"."responsibilities") > 0)
);
--> statement-breakpoint
ALTER TABLE "campaign_managers" ADD CONSTRAINT "campaign_managers_of_campaign" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_managers" ADD CONSTRAINT "campaign_managers_of_member" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_managers_by_account" ON "campaign_managers" USING btree ("account_id","group_id");