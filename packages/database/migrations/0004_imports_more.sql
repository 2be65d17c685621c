CREATE TABLE "person_external_ids" (
	"group_id" uuid NOT NULL,
	"tool" text NOT NULL,
	"value" text NOT NULL,
	"person_id" uuid NOT NULL,
	"import_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_external_ids_group_id_tool_value_pk" PRIMARY KEY("group_id","tool","value"),
	CONSTRAINT "person_external_ids_tool" CHECK ("person_external_ids"."tool" ~ '^[a-z-]{1,40}$'),
	CONSTRAINT "person_external_ids_length" CHECK (length("person_external_ids"."value") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "import_sheets" (
	"import_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"csv" "bytea" NOT NULL,
	CONSTRAINT "import_sheets_import_id_place_pk" PRIMARY KEY("import_id","place")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"knownByIds":[],"dates":[],"repairedCount":0,"withoutEmailCount":0,"unclear":[],"oddCount":0,"odd":[],"sheet":"","sheetCount":0,"sheets":[]}'::jsonb;--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "points" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "filled" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "date_order" text;--> statement-breakpoint
ALTER TABLE "person_external_ids" ADD CONSTRAINT "person_external_ids_of_person" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_sheets" ADD CONSTRAINT "import_sheets_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_external_ids_person" ON "person_external_ids" USING btree ("person_id");