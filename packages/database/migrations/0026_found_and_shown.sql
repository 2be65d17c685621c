ALTER TABLE "signatures" ADD COLUMN "shown_name" text;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "wished_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "accounts_name_words" ON "accounts" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "accounts_words" ON "accounts" USING gin (person_words("name", "email"));--> statement-breakpoint
CREATE INDEX "groups_words" ON "groups" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "memberships_words" ON "memberships" USING gin (name_words("name"));
--> statement-breakpoint
-- By hand
-- ANALYZE, REINDEX and a restore from pg_dump look nowhere but in pg_catalog, and these two call others of ours.
ALTER FUNCTION words_in(text) SET search_path FROM CURRENT;--> statement-breakpoint
ALTER FUNCTION name_search(text) SET search_path FROM CURRENT;
