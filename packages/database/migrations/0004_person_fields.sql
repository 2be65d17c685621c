CREATE TABLE "field_values" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"import_id" uuid,
	CONSTRAINT "field_values_person_id_field_id_pk" PRIMARY KEY("person_id","field_id"),
	CONSTRAINT "field_values_form" CHECK (case "field_values"."kind" when 'number' then "field_values"."value" ~ '^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?$' and "field_values"."value" <> '-0'
        when 'date' then "field_values"."value" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' when 'yesno' then "field_values"."value" in ('yes', 'no')
        else length("field_values"."value") between 1 and 500 end)
);
--> statement-breakpoint
CREATE TABLE "person_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"choices" text[] DEFAULT '{}' NOT NULL,
	"purpose" text NOT NULL,
	"sees" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "person_fields_kind" UNIQUE("group_id","id","kind"),
	CONSTRAINT "person_fields_name_length" CHECK (length("person_fields"."name") between 1 and 60),
	CONSTRAINT "person_fields_purpose_length" CHECK (length("person_fields"."purpose") between 1 and 200),
	CONSTRAINT "person_fields_choices" CHECK (("person_fields"."kind" = 'choice') = (cardinality("person_fields"."choices") > 0))
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"group_id" uuid NOT NULL,
	"shape" text NOT NULL,
	"columns" jsonb NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_group_id_shape_pk" PRIMARY KEY("group_id","shape")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"repairedCount":0,"withoutEmailCount":0,"unclear":[],"oddCount":0,"odd":[],"sheet":"","sheetCount":0}'::jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "known" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "shape" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "field_values" ADD CONSTRAINT "field_values_of_person" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_values" ADD CONSTRAINT "field_values_of_field" FOREIGN KEY ("group_id","field_id","kind") REFERENCES "public"."person_fields"("group_id","id","kind") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_fields" ADD CONSTRAINT "person_fields_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_values_found" ON "field_values" USING btree ("field_id",lower("value"));--> statement-breakpoint
CREATE INDEX "field_values_numbers" ON "field_values" USING btree ("field_id",(case when "kind" = 'number' then "value"::numeric end)) WHERE "field_values"."kind" = 'number';--> statement-breakpoint
CREATE UNIQUE INDEX "person_fields_name" ON "person_fields" USING btree ("group_id",lower("name"));