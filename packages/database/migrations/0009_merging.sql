-- Near names are found by their trigrams. A server that does not have them, or an owner who may not add them, goes without.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE 'pg_trgm is not available: likely duplicates are not looked for by name';
END $$;
--> statement-breakpoint
CREATE TABLE "duplicate_candidates" (
	"group_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"why" text[] NOT NULL,
	CONSTRAINT "duplicate_candidates_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "duplicate_candidates_order" CHECK ("duplicate_candidates"."first_id" < "duplicate_candidates"."second_id")
);
--> statement-breakpoint
CREATE TABLE "duplicate_looks" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"found_count" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people_apart" (
	"group_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	CONSTRAINT "people_apart_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "people_apart_order" CHECK ("people_apart"."first_id" < "people_apart"."second_id")
);
--> statement-breakpoint
CREATE TABLE "person_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_by" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kept" jsonb,
	CONSTRAINT "person_merges_once" UNIQUE("gone_id")
);
--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_first" FOREIGN KEY ("group_id","first_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_candidates" ADD CONSTRAINT "duplicate_candidates_second" FOREIGN KEY ("group_id","second_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_looks" ADD CONSTRAINT "duplicate_looks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_first" FOREIGN KEY ("group_id","first_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_apart" ADD CONSTRAINT "people_apart_second" FOREIGN KEY ("group_id","second_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_merges" ADD CONSTRAINT "person_merges_group_id_into_id_people_group_id_id_fk" FOREIGN KEY ("group_id","into_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duplicate_candidates_of_group" ON "duplicate_candidates" USING btree ("group_id","first_id","second_id");--> statement-breakpoint
CREATE INDEX "duplicate_candidates_of_second" ON "duplicate_candidates" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "people_apart_of_second" ON "people_apart" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "person_merges_newest" ON "person_merges" USING btree ("into_id","at","id");--> statement-breakpoint
CREATE INDEX "person_merges_account" ON "person_merges" USING btree ("merged_by") WHERE "person_merges"."merged_by" is not null;--> statement-breakpoint
CREATE INDEX "person_merges_kept" ON "person_merges" USING btree ("at") WHERE "person_merges"."kept" is not null;