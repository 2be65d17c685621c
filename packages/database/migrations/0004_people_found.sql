ALTER TABLE "signatures" ADD COLUMN "postcode" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asks_postcode" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person_notes" ADD COLUMN "contacted_by" text;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD COLUMN "brought_postcode" text;--> statement-breakpoint
ALTER TABLE "sheets" ADD COLUMN "signs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "person_notes_contacts" ON "person_notes" USING btree ("group_id","at","person_id") WHERE "person_notes"."contacted_by" is not null;--> statement-breakpoint
CREATE INDEX "person_history_mailed" ON "person_history" USING btree ("group_id","at","person_id") WHERE "person_history"."kind" in ('mailed', 'mail-refused');--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_postcode_length" CHECK (length("signatures"."postcode") between 1 and 20);--> statement-breakpoint
ALTER TABLE "sheets" ADD CONSTRAINT "sheets_signs" CHECK (not "sheets"."signs" or coalesce("sheets"."about_kind" = 'campaign', false));