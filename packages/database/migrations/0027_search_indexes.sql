CREATE INDEX "accounts_name_words" ON "accounts" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "accounts_words" ON "accounts" USING gin (person_words("name", "email"));--> statement-breakpoint
CREATE INDEX "groups_words" ON "groups" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "memberships_words" ON "memberships" USING gin (name_words("name"));