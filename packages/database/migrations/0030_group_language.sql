ALTER TABLE "groups" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;
--> statement-breakpoint
-- By hand
-- Groups that stand write in the site's first language, until one of their stewards says otherwise.
UPDATE groups SET language = site.languages[1] FROM sites site WHERE site.languages[1] <> 'en';
