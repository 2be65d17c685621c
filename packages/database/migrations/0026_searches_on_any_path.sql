-- Custom SQL migration file, put your code below! --
--> statement-breakpoint
-- By hand
-- ANALYZE, REINDEX and a restore from pg_dump look nowhere but in pg_catalog, and these two call others of ours.
ALTER FUNCTION words_in(text) SET search_path FROM CURRENT;--> statement-breakpoint
ALTER FUNCTION name_search(text) SET search_path FROM CURRENT;
