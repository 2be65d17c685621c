CREATE TABLE "answer_desks" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"begun_by" uuid,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exchange_id" uuid NOT NULL,
	"is_from_person" boolean NOT NULL,
	"author_id" uuid,
	"from_address" text,
	"body" text NOT NULL,
	"left_out" text[] DEFAULT '{}' NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_letters_once" UNIQUE("exchange_id","message_id"),
	CONSTRAINT "exchange_letters_body" CHECK (length("exchange_letters"."body") between 1 and 8000),
	CONSTRAINT "exchange_letters_author" CHECK (not "exchange_letters"."is_from_person" or "exchange_letters"."author_id" is null)
);
--> statement-breakpoint
CREATE TABLE "exchanges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"thread" text NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"waits_since" timestamp with time zone,
	CONSTRAINT "exchanges_subject" CHECK (length("exchanges"."subject") <= 150)
);
--> statement-breakpoint
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
CREATE TABLE "inboxes" (
	"way" text PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"worked_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"why" text,
	CONSTRAINT "inboxes_why" CHECK (("inboxes"."failed_at" is null) = ("inboxes"."why" is null))
);
--> statement-breakpoint
CREATE TABLE "mail_returns" (
	"mail_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mailbox_key" text,
	"domain" text,
	"group_id" uuid,
	"mailing_id" uuid,
	"code" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_returns_mail_id_kind_pk" PRIMARY KEY("mail_id","kind"),
	CONSTRAINT "mail_returns_kind" CHECK ("mail_returns"."kind" in ('gone', 'later', 'refused', 'delayed', 'complaint'))
);
--> statement-breakpoint
CREATE TABLE "shut_mailboxes" (
	"mailbox_key" text PRIMARY KEY NOT NULL,
	"why" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shut_mailboxes_why" CHECK ("shut_mailboxes"."why" in ('gone', 'full', 'complaint'))
);
--> statement-breakpoint
CREATE TABLE "mail_paces" (
	"provider" text PRIMARY KEY NOT NULL,
	"per_second" double precision NOT NULL,
	"headroom" double precision NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"troubled_per_second" double precision,
	"troubled_at" timestamp with time zone,
	"trouble_code" text,
	"took_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	"stop_count" integer NOT NULL,
	"stretch_from" timestamp with time zone NOT NULL,
	"taken_count" integer NOT NULL,
	"put_off_count" integer NOT NULL,
	CONSTRAINT "mail_paces_positive" CHECK ("mail_paces"."per_second" > 0),
	CONSTRAINT "mail_paces_troubled" CHECK (("mail_paces"."troubled_at" is null) = ("mail_paces"."troubled_per_second" is null))
);
--> statement-breakpoint
DROP INDEX "mails_to";--> statement-breakpoint
DROP INDEX "person_history_mailed";--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "stopped_for" text;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "came_back_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "complaint_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "lane" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "pace" text;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "only_about" jsonb;--> statement-breakpoint
ALTER TABLE "answer_desks" ADD CONSTRAINT "answer_desks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_desks" ADD CONSTRAINT "answer_desks_begun_by_accounts_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_letters" ADD CONSTRAINT "exchange_letters_exchange_id_exchanges_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchanges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_letters" ADD CONSTRAINT "exchange_letters_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchanges" ADD CONSTRAINT "exchanges_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_domains" ADD CONSTRAINT "group_domains_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_desks_of_account" ON "answer_desks" USING btree ("begun_by");--> statement-breakpoint
CREATE INDEX "exchange_letters_in_order" ON "exchange_letters" USING btree ("exchange_id","at","id");--> statement-breakpoint
CREATE INDEX "exchange_letters_of_author" ON "exchange_letters" USING btree ("author_id") WHERE "exchange_letters"."author_id" is not null;--> statement-breakpoint
CREATE INDEX "exchanges_thread" ON "exchanges" USING btree ("person_id","thread","last_at");--> statement-breakpoint
CREATE INDEX "exchanges_newest" ON "exchanges" USING btree ("group_id","last_at","id");--> statement-breakpoint
CREATE INDEX "exchanges_waiting" ON "exchanges" USING btree ("group_id","last_at","id") WHERE "exchanges"."waits_since" is not null;--> statement-breakpoint
CREATE INDEX "exchanges_old" ON "exchanges" USING btree ("last_at");--> statement-breakpoint
CREATE UNIQUE INDEX "group_domains_held" ON "group_domains" USING btree ("domain") WHERE "group_domains"."proven_at" is not null and "group_domains"."lost_at" is null;--> statement-breakpoint
CREATE INDEX "group_domains_to_look" ON "group_domains" USING btree ("looked_at") WHERE "group_domains"."proven_at" is not null;--> statement-breakpoint
CREATE INDEX "mail_returns_by_age" ON "mail_returns" USING btree ("at");--> statement-breakpoint
CREATE INDEX "mail_returns_of_mailbox" ON "mail_returns" USING btree ("mailbox_key","at") WHERE "mail_returns"."kind" = 'later';--> statement-breakpoint
CREATE INDEX "mail_returns_gone" ON "mail_returns" USING btree ("mailing_id") WHERE "mail_returns"."kind" = 'gone' and "mail_returns"."mailing_id" is not null;--> statement-breakpoint
CREATE INDEX "mail_returns_of_domain" ON "mail_returns" USING btree ("domain","at") WHERE "mail_returns"."domain" is not null;--> statement-breakpoint
CREATE INDEX "shut_mailboxes_full" ON "shut_mailboxes" USING btree ("since") WHERE "shut_mailboxes"."why" = 'full';--> statement-breakpoint
CREATE INDEX "mails_in_lane" ON "mails" USING btree ("lane","due_at") WHERE "mails"."state" = 'promised' and "mails"."lane" is not null;--> statement-breakpoint
CREATE INDEX "consents_narrow" ON "consents" USING btree ("group_id","person_id") WHERE "consents"."pace" is not null or "consents"."only_about" is not null;--> statement-breakpoint
CREATE INDEX "person_history_mailed" ON "person_history" USING btree ("group_id","at","person_id") WHERE "person_history"."kind" in ('mailed', 'mail-refused', 'mail-returned', 'mail-put-off', 'mail-blocked', 'complained');--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_stopped_for" CHECK ("mailings"."stopped_for" in ('addresses', 'complaints')) NOT VALID;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_pace" CHECK ("consents"."pace" in ('monthly')) NOT VALID;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_only_about" CHECK (case when jsonb_typeof("consents"."only_about") = 'array' then jsonb_array_length("consents"."only_about") > 0
      else "consents"."only_about" is null end) NOT VALID;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_narrow" CHECK (("consents"."pace" is null and "consents"."only_about" is null) or ("consents"."way" = 'email' and "consents"."purpose" = 'updates')) NOT VALID;--> statement-breakpoint
-- Somebody showed that they read what comes to this address: it is mailed again, whatever came back before.
CREATE FUNCTION mail_arrives(address text) RETURNS void LANGUAGE sql AS $$
  UPDATE people SET mail_refused_at = NULL WHERE email = address AND mail_refused_at IS NOT NULL
$$;
--> statement-breakpoint
-- From whom a group's mail is, and from which address of its own, once it has proven the domain and while the record is there.
CREATE OR REPLACE FUNCTION mail_sender(sender uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  select jsonb_build_object('name', home.name, 'contact', home.contact_email,
    'answersHere', exists (select from answer_desks desk where desk.group_id = home.id), 'own', (
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
--> statement-breakpoint
-- Mailings of a campaign's updates are begun no more, and nothing knows any more what they would say.
UPDATE "mailings" SET "state" = 'sent', "ended_at" = now(), "due_at" = null WHERE "kind" = 'campaigns.update' and "state" in ('sending', 'stopped');
--> statement-breakpoint
-- Mail to many that was promised before there were lanes, or is by the version before while both run: it is taken from a lane only.
CREATE FUNCTION mails_get_lane() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  new.lane := coalesce(new.group_id::text, 'site') || ' ' || lower(split_part(new.to_address, '@', 2));
  return new;
END $$;
--> statement-breakpoint
CREATE TRIGGER mails_get_lane BEFORE INSERT ON mails FOR EACH ROW
  WHEN (new.letter_id is not null and new.lane is null and new.to_address is not null) EXECUTE FUNCTION mails_get_lane();
--> statement-breakpoint
UPDATE "mails" SET "lane" = coalesce("group_id"::text, 'site') || ' ' || lower(split_part("to_address", '@', 2))
WHERE "letter_id" is not null and "lane" is null and "to_address" is not null and "state" in ('promised', 'held', 'kept');
