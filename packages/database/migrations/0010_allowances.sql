CREATE TABLE "allowances" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allowances_times" CHECK ("allowances"."times" between 2 and 100)
);
--> statement-breakpoint
CREATE INDEX "allowances_newest" ON "allowances" USING btree ("given_at","subject_id");