ALTER TABLE "groups" ADD COLUMN "contact_email" text;
--> statement-breakpoint
-- By hand
-- Whom mail of a group is from, and where its answers go.
CREATE FUNCTION mail_sender(sender uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  select jsonb_build_object('name', home.name, 'contact', home.contact_email) from groups home where home.id = sender
$$;
