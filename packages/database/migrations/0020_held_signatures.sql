CREATE TABLE "signature_bursts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"subject" text NOT NULL,
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trusted_at" timestamp with time zone,
	CONSTRAINT "signature_bursts_once" UNIQUE("campaign_id","cause","subject"),
	CONSTRAINT "signature_bursts_subject_length" CHECK (length("signature_bursts"."subject") <= 254)
);
--> statement-breakpoint
CREATE TABLE "signature_holds" (
	"signature_id" uuid PRIMARY KEY NOT NULL,
	"burst_id" uuid NOT NULL,
	"held_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proven_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	CONSTRAINT "signature_holds_one_decision" CHECK ("signature_holds"."released_at" is null or "signature_holds"."refused_at" is null)
);
--> statement-breakpoint
ALTER TABLE "signature_bursts" ADD CONSTRAINT "signature_bursts_group_id_campaign_id_campaigns_group_id_id_fk" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_holds" ADD CONSTRAINT "signature_holds_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_holds" ADD CONSTRAINT "signature_holds_burst_id_signature_bursts_id_fk" FOREIGN KEY ("burst_id") REFERENCES "public"."signature_bursts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signature_bursts_last" ON "signature_bursts" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "signature_holds_of_burst" ON "signature_holds" USING btree ("burst_id","signature_id");