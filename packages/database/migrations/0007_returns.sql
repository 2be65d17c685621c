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
DROP INDEX "person_history_mailed";--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "came_back_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "complaint_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "mail_returns_by_age" ON "mail_returns" USING btree ("at");--> statement-breakpoint
CREATE INDEX "mail_returns_of_mailbox" ON "mail_returns" USING btree ("mailbox_key","at") WHERE "mail_returns"."kind" = 'later';--> statement-breakpoint
CREATE INDEX "mail_returns_of_domain" ON "mail_returns" USING btree ("domain","at") WHERE "mail_returns"."domain" is not null;--> statement-breakpoint
CREATE INDEX "shut_mailboxes_full" ON "shut_mailboxes" USING btree ("since") WHERE "shut_mailboxes"."why" = 'full';--> statement-breakpoint
CREATE INDEX "person_history_mailed" ON "person_history" USING btree ("group_id","at","person_id") WHERE "person_history"."kind" in ('mailed', 'mail-refused', 'mail-returned', 'mail-put-off', 'mail-blocked', 'complained');--> statement-breakpoint
-- Somebody showed that they read what comes to this address: it is mailed again, whatever came back before.
CREATE FUNCTION mail_arrives(address text) RETURNS void LANGUAGE sql AS $$
  UPDATE people SET mail_refused_at = NULL WHERE email = address AND mail_refused_at IS NOT NULL
$$;
