ALTER TABLE "events" ADD COLUMN "rsvp_from" text DEFAULT 'anyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "told_sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "typed" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "held_by" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "admitted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mails_held_back" ON "mails" USING btree ("promised_at","id") WHERE "mails"."held_by" is not null;
--> statement-breakpoint
-- By hand
-- May this address hear from this group? One that no steward of the site vouched for, or that is hidden, writes to its own members alone.
CREATE FUNCTION may_hear_from(sender uuid, address text) RETURNS boolean LANGUAGE sql STABLE AS $$
  select not exists (
    select from groups home
    where home.id = sender and (home.vouched_at is null or home.hidden_at is not null)
      and not exists (
        select from memberships own join accounts account on account.id = own.account_id
        where own.group_id = home.id and account.email = address))
$$;
