CREATE TABLE "overruled_consents" (
	"import_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"way" text NOT NULL,
	"purpose" text NOT NULL,
	"how" text NOT NULL,
	"subject_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "overruled_consents_import_id_person_id_way_purpose_pk" PRIMARY KEY("import_id","person_id","way","purpose")
);
--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "noes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "heading_row" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "repeated_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "findings" jsonb DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"repairedCount":0,"withoutEmailCount":0,"unclear":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "sample" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "overruled_consents" ADD CONSTRAINT "overruled_consents_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overruled_consents" ADD CONSTRAINT "overruled_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overruled_consents_person" ON "overruled_consents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_phone" ON "people" USING btree ("group_id",regexp_replace("phone", '[^0-9]', '', 'g')) WHERE "people"."phone" is not null;