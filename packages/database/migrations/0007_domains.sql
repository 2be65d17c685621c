CREATE TABLE "group_domains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"local_part" text NOT NULL,
	"selector" text NOT NULL,
	"public_key" text NOT NULL,
	"kept_key" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"found" text,
	"looked_at" timestamp with time zone,
	"proven_at" timestamp with time zone,
	"missed_at" timestamp with time zone,
	"lost_at" timestamp with time zone,
	CONSTRAINT "group_domains_group" UNIQUE("group_id"),
	CONSTRAINT "group_domains_domain" CHECK ("group_domains"."domain" ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$' and length("group_domains"."domain") <= 200),
	CONSTRAINT "group_domains_local_part" CHECK ("group_domains"."local_part" ~ '^[a-z0-9]+([._+-][a-z0-9]+)*$' and length("group_domains"."local_part") <= 64),
	CONSTRAINT "group_domains_looked_whole" CHECK (("group_domains"."found" is null) = ("group_domains"."looked_at" is null)),
	CONSTRAINT "group_domains_missed_proven" CHECK ("group_domains"."missed_at" is null or "group_domains"."proven_at" is not null),
	CONSTRAINT "group_domains_lost_missed" CHECK ("group_domains"."lost_at" is null or "group_domains"."missed_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "group_domains" ADD CONSTRAINT "group_domains_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_domains_held" ON "group_domains" USING btree ("domain") WHERE "group_domains"."proven_at" is not null and "group_domains"."lost_at" is null;--> statement-breakpoint
CREATE INDEX "group_domains_to_look" ON "group_domains" USING btree ("looked_at") WHERE "group_domains"."proven_at" is not null;--> statement-breakpoint
-- From whom a group's mail is, and from which address of its own, once it has proven the domain and while the record is there.
CREATE OR REPLACE FUNCTION mail_sender(sender uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  select jsonb_build_object('name', home.name, 'contact', home.contact_email, 'own', (
    select jsonb_build_object('keyId', own.id, 'address', own.local_part || '@' || own.domain, 'domain', own.domain,
      'selector', own.selector)
    from group_domains own where own.group_id = home.id and own.proven_at is not null and own.lost_at is null))
  from groups home where home.id = sender
$$;
--> statement-breakpoint
-- The key that signs for such a domain, encrypted.
CREATE FUNCTION mail_key(key uuid) RETURNS text LANGUAGE sql STABLE AS $$
  select kept_key from group_domains where id = key
$$;
