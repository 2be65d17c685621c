CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"tat" timestamp with time zone NOT NULL,
	"seconds_each" double precision NOT NULL,
	"count" double precision NOT NULL,
	"cost" double precision NOT NULL,
	"granted" integer NOT NULL
);

--> statement-breakpoint
-- By hand
ALTER TABLE "limits" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "limits" SET (fillfactor = 70);
