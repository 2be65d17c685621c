CREATE TABLE "backups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"bytes" bigint
);
--> statement-breakpoint
CREATE INDEX "backups_newest" ON "backups" USING btree ("state","finished_at");