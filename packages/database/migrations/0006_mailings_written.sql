CREATE TABLE "composition_receivers" (
	"composition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"variant" text DEFAULT 'a',
	"line" smallint,
	CONSTRAINT "composition_receivers_composition_id_person_id_pk" PRIMARY KEY("composition_id","person_id"),
	CONSTRAINT "composition_receivers_variant" CHECK ("composition_receivers"."variant" in ('a', 'b', 'c', 'd'))
);
--> statement-breakpoint
CREATE TABLE "composition_rules" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"most_a_week" smallint,
	"look_above" integer,
	CONSTRAINT "composition_rules_most_a_week" CHECK ("composition_rules"."most_a_week" between 1 and 14),
	CONSTRAINT "composition_rules_look_above" CHECK ("composition_rules"."look_above" between 1 and 1000000)
);
--> statement-breakpoint
CREATE TABLE "composition_texts" (
	"composition_id" uuid NOT NULL,
	"variant" text DEFAULT 'a' NOT NULL,
	"language" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"preheader" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "composition_texts_composition_id_variant_language_pk" PRIMARY KEY("composition_id","variant","language"),
	CONSTRAINT "composition_texts_variant" CHECK ("composition_texts"."variant" in ('a', 'b', 'c', 'd')),
	CONSTRAINT "composition_texts_subject_length" CHECK (length("composition_texts"."subject") <= 150),
	CONSTRAINT "composition_texts_preheader_length" CHECK (length("composition_texts"."preheader") <= 150),
	CONSTRAINT "composition_texts_body_length" CHECK (length("composition_texts"."body") <= 20000)
);
--> statement-breakpoint
CREATE TABLE "compositions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"lines" jsonb,
	"campaign_id" uuid,
	"chosen_by" uuid,
	"sees_all" boolean DEFAULT false NOT NULL,
	"purpose" text DEFAULT 'updates' NOT NULL,
	"in_name_of" uuid,
	"is_template" boolean DEFAULT false NOT NULL,
	"is_offered" boolean DEFAULT false NOT NULL,
	"readers_hour" text,
	"lot" text,
	"look_asked_by" uuid,
	"look_asked_at" timestamp with time zone,
	"look_given_by" uuid,
	"look_given_at" timestamp with time zone,
	"looked_at" text,
	"looked_count" integer,
	"held_back_at" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "compositions_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "compositions_of_campaign" CHECK ("compositions"."campaign_id" is null or coalesce("compositions"."purpose" = 'updates' and not "compositions"."is_template"
      and jsonb_array_length("compositions"."lines") = 1 and "compositions"."lines" #>> '{0,how}' = 'add'
      and "compositions"."lines" #>> '{0,who,campaign}' = "compositions"."campaign_id"::text, false)),
	CONSTRAINT "compositions_lot" CHECK ("compositions"."lot" in ('two-days', 'week', 'never')),
	CONSTRAINT "compositions_offered" CHECK (not "compositions"."is_offered" or "compositions"."is_template"),
	CONSTRAINT "compositions_readers_hour" CHECK ("compositions"."readers_hour" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
	CONSTRAINT "compositions_look" CHECK (("compositions"."look_given_at" is null) = ("compositions"."looked_at" is null)
      and ("compositions"."looked_at" is null) = ("compositions"."looked_count" is null))
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mail_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "look_above" integer;--> statement-breakpoint
ALTER TABLE "composition_receivers" ADD CONSTRAINT "composition_receivers_group_id_composition_id_compositions_group_id_id_fk" FOREIGN KEY ("group_id","composition_id") REFERENCES "public"."compositions"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "composition_receivers" ADD CONSTRAINT "composition_receivers_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "composition_rules" ADD CONSTRAINT "composition_rules_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "composition_texts" ADD CONSTRAINT "composition_texts_composition_id_compositions_id_fk" FOREIGN KEY ("composition_id") REFERENCES "public"."compositions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_chosen_by_accounts_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_in_name_of_accounts_id_fk" FOREIGN KEY ("in_name_of") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_look_asked_by_accounts_id_fk" FOREIGN KEY ("look_asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_look_given_by_accounts_id_fk" FOREIGN KEY ("look_given_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "composition_receivers_of_person" ON "composition_receivers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "compositions_templates" ON "compositions" USING btree ("group_id","id") WHERE "compositions"."is_template";--> statement-breakpoint
CREATE INDEX "compositions_offered" ON "compositions" USING btree ("id") WHERE "compositions"."is_offered";--> statement-breakpoint
CREATE INDEX "compositions_of_campaign" ON "compositions" USING btree ("campaign_id","id") WHERE "compositions"."campaign_id" is not null;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_look_above" CHECK ("sites"."look_above" between 1 and 1000000) NOT VALID;--> statement-breakpoint
-- Another address has not sent anything back yet.
CREATE FUNCTION forget_refusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.mail_refused_at := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_forget_refusal BEFORE UPDATE OF email ON people
  FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION forget_refusal();
