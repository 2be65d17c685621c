-- Words as people search for them: lower case, without accents, vowel marks or hamzas. The bodies are bound when made
-- ("return"), so that a restored dump computes them under any search_path.
CREATE FUNCTION searchable(words text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words)
    ELSE lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f\u064b-\u065f\u0670]+', '', 'g')) END;
--> statement-breakpoint
-- What a person is found by: each word of the name, whole and in its parts (without the Arabic article), the email,
-- the later parts of its name, and its host. Searches match the beginnings of words.
CREATE FUNCTION person_words(name text, email text) RETURNS tsvector IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(array_remove(array_remove(
    regexp_split_to_array(searchable(name), '\s+')
    || regexp_split_to_array(searchable(name), '(^|[\s.,;()''’"/_-]+)(ال)?')
    || regexp_split_to_array(substring(searchable(email) from '^[^@._+-]+[._+-]([^@]+)@'), '[._+-]+')
    || searchable(email)
    || split_part(searchable(email), '@', 2), ''), NULL));
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"group_id" uuid,
	"actor_id" uuid,
	"subject_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_undelivered" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_changes_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "account_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"token_hash" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "account_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"token_hash" text NOT NULL,
	"next_path" text NOT NULL,
	"invitation_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_openings_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"email_key" text NOT NULL,
	"token_hash" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "password_resets_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_email_lower" CHECK ("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_name_length" CHECK (length("accounts"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"key" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_on" date DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"failure_count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "site_stewards" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature_tallies" (
	"campaign_id" uuid PRIMARY KEY NOT NULL,
	"standing_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"comment" text,
	"show_name" boolean DEFAULT false NOT NULL,
	"wants_updates" boolean DEFAULT false NOT NULL,
	"link_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mailed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"stands" boolean GENERATED ALWAYS AS (confirmed_at is not null and withdrawn_at is null) STORED NOT NULL,
	CONSTRAINT "signatures_once" UNIQUE("campaign_id","person_id"),
	CONSTRAINT "signatures_name_length" CHECK (length("signatures"."name") between 1 and 120),
	CONSTRAINT "signatures_comment_length" CHECK (length("signatures"."comment") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "tally_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tally_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" uuid NOT NULL,
	"step" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_sponsors" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "campaign_sponsors_campaign_id_group_id_pk" PRIMARY KEY("campaign_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"ask" text NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"issues" text[] DEFAULT '{}' NOT NULL,
	"target" text,
	"goal" integer,
	"action" text NOT NULL,
	"pledge_text" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"picture_key" text,
	"link_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "campaigns_slug" UNIQUE("slug"),
	CONSTRAINT "campaigns_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "campaigns_slug_form" CHECK ("campaigns"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("campaigns"."slug") <= 80),
	CONSTRAINT "campaigns_title_length" CHECK (length("campaigns"."title") between 3 and 120),
	CONSTRAINT "campaigns_ask_length" CHECK (length("campaigns"."ask") between 1 and 300),
	CONSTRAINT "campaigns_story_length" CHECK (length("campaigns"."story") <= 30000),
	CONSTRAINT "campaigns_issue_count" CHECK (cardinality("campaigns"."issues") <= 6),
	CONSTRAINT "campaigns_target_length" CHECK (length("campaigns"."target") between 1 and 120),
	CONSTRAINT "campaigns_goal_positive" CHECK ("campaigns"."goal" > 0),
	CONSTRAINT "campaigns_pledge_has_text" CHECK (("campaigns"."action" = 'pledge') = ("campaigns"."pledge_text" is not null)),
	CONSTRAINT "campaigns_pledge_length" CHECK (length("campaigns"."pledge_text") between 1 and 300),
	CONSTRAINT "campaigns_period" CHECK ("campaigns"."starts_on" <= "campaigns"."ends_on"),
	CONSTRAINT "campaigns_published_whole" CHECK (("campaigns"."state" = 'draft') = ("campaigns"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "campaign_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"is_mailed" boolean NOT NULL,
	"mailed_up_to" uuid,
	"mail_count" integer DEFAULT 0 NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "campaign_updates_title_length" CHECK (length("campaign_updates"."title") between 1 and 120),
	CONSTRAINT "campaign_updates_body_length" CHECK (length("campaign_updates"."body") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"rsvp_id" uuid,
	"person_id" uuid,
	"state" text NOT NULL,
	"guest_count" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	CONSTRAINT "attendances_one_each" UNIQUE("event_id","person_id"),
	CONSTRAINT "attendances_one_per_rsvp" UNIQUE("rsvp_id"),
	CONSTRAINT "attendances_missed_by_someone" CHECK ("attendances"."state" = 'attended' or "attendances"."rsvp_id" is not null),
	CONSTRAINT "attendances_guest_count" CHECK ("attendances"."guest_count" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "event_needs" (
	"rsvp_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "event_needs_note_length" CHECK (length("event_needs"."note") <= 200)
);
--> statement-breakpoint
CREATE TABLE "rsvps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"guest_count" integer DEFAULT 0 NOT NULL,
	"wants_updates" boolean DEFAULT false NOT NULL,
	"language" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "rsvps_one_each" UNIQUE("event_id","person_id"),
	CONSTRAINT "rsvps_same_event" UNIQUE("event_id","id"),
	CONSTRAINT "rsvps_guest_count" CHECK ("rsvps"."guest_count" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "event_cancellations" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "event_cancellations_reason_length" CHECK (length("event_cancellations"."reason") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "event_closings" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid
);
--> statement-breakpoint
CREATE TABLE "event_hosts" (
	"event_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_hosts_event_id_account_id_pk" PRIMARY KEY("event_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"campaign_id" uuid,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"held" text NOT NULL,
	"place_name" text,
	"address" text,
	"address_visibility" text DEFAULT 'public' NOT NULL,
	"online_url" text,
	"capacity" integer,
	"state" text DEFAULT 'draft' NOT NULL,
	"reminds_at" timestamp with time zone NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_slug" UNIQUE("slug"),
	CONSTRAINT "events_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "events_slug_form" CHECK ("events"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("events"."slug") <= 80),
	CONSTRAINT "events_title_length" CHECK (length("events"."title") between 3 and 120),
	CONSTRAINT "events_summary_length" CHECK (length("events"."summary") <= 300),
	CONSTRAINT "events_about_length" CHECK (length("events"."about") <= 20000),
	CONSTRAINT "events_capacity_positive" CHECK ("events"."capacity" > 0),
	CONSTRAINT "events_place_named" CHECK ("events"."held" = 'online' or "events"."place_name" is not null),
	CONSTRAINT "events_period" CHECK ("events"."ends_at" > "events"."starts_at" and "events"."ends_at" <= "events"."starts_at" + interval '14 days')
);
--> statement-breakpoint
CREATE TABLE "group_bans" (
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"banned_by" uuid,
	"banned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_bans_group_id_account_id_pk" PRIMARY KEY("group_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "group_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"use_limit" integer,
	"use_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "group_invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "group_invitations_within_limit" CHECK ("group_invitations"."use_limit" is null or "group_invitations"."use_count" <= "group_invitations"."use_limit")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"accent" text,
	"picture_key" text,
	"visibility" text DEFAULT 'public' NOT NULL,
	"joining" text DEFAULT 'approval' NOT NULL,
	"questions" text[] DEFAULT '{}' NOT NULL,
	"member_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug"),
	CONSTRAINT "groups_slug_form" CHECK ("groups"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("groups"."slug") between 1 and 60),
	CONSTRAINT "groups_slug_free" CHECK ("groups"."slug" <> 'new'),
	CONSTRAINT "groups_name_length" CHECK (length("groups"."name") between 1 and 80),
	CONSTRAINT "groups_summary_length" CHECK (length("groups"."summary") <= 200),
	CONSTRAINT "groups_about_length" CHECK (length("groups"."about") <= 20000),
	CONSTRAINT "groups_accent_form" CHECK ("groups"."accent" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "groups_questions_count" CHECK (cardinality("groups"."questions") <= 3)
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"questions" text[] NOT NULL,
	"answers" text[] NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "join_requests_answered" CHECK (cardinality("join_requests"."answers") = cardinality("join_requests"."questions")),
	CONSTRAINT "join_requests_decided_whole" CHECK (("join_requests"."decision" is null) = ("join_requests"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"name" text,
	"pronouns" text,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_group_id_account_id_pk" PRIMARY KEY("group_id","account_id"),
	CONSTRAINT "memberships_name_length" CHECK (length("memberships"."name") between 1 and 80),
	CONSTRAINT "memberships_pronouns_length" CHECK (length("memberships"."pronouns") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "link_visits" (
	"link_id" uuid NOT NULL,
	"day" date NOT NULL,
	"shard" smallint NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "link_visits_link_id_day_shard_pk" PRIMARY KEY("link_id","day","shard"),
	CONSTRAINT "link_visits_shard" CHECK ("link_visits"."shard" between 0 and 15)
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"group_id" uuid NOT NULL,
	"path" text NOT NULL,
	"label" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "links_code" UNIQUE("code"),
	CONSTRAINT "links_code_shape" CHECK ("links"."code" ~ '^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$'),
	CONSTRAINT "links_path_local" CHECK ("links"."path" ~ '^/([a-z0-9]|$)')
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"author_id" uuid,
	"seq" bigint NOT NULL,
	"body" text NOT NULL,
	"reply_to" uuid,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"changed_at" timestamp with time zone,
	CONSTRAINT "messages_body" CHECK (case when "messages"."removed_at" is null then length("messages"."body") between 1 and 8000 else "messages"."body" = '' end)
);
--> statement-breakpoint
CREATE TABLE "channel_members" (
	"channel_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_members_channel_id_account_id_pk" PRIMARY KEY("channel_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "channel_reads" (
	"account_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"last_seq" bigint NOT NULL,
	CONSTRAINT "channel_reads_account_id_channel_id_pk" PRIMARY KEY("account_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text DEFAULT 'room' NOT NULL,
	"name" text,
	"purpose" text DEFAULT '' NOT NULL,
	"readers" text DEFAULT 'members' NOT NULL,
	"writers" text DEFAULT 'readers' NOT NULL,
	"retention_days" integer,
	"ends_on" date,
	"closed_at" timestamp with time zone,
	"direct_key" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"last_sent_at" timestamp with time zone,
	CONSTRAINT "channels_name_form" CHECK (length("channels"."name") between 1 and 40 and "channels"."name" !~ '[[:space:]#/]'),
	CONSTRAINT "channels_purpose_length" CHECK (length("channels"."purpose") <= 200),
	CONSTRAINT "channels_retention" CHECK ("channels"."retention_days" in (7, 30, 90, 365)),
	CONSTRAINT "channels_kind_whole" CHECK (case "channels"."kind" when 'room' then "channels"."name" is not null and "channels"."direct_key" is null
        else "channels"."name" is null and "channels"."direct_key" is not null and "channels"."readers" = 'named' end)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"group_id" uuid,
	"to_address" text,
	"language" text NOT NULL,
	"subject" text,
	"letter" jsonb,
	"state" text DEFAULT 'promised' NOT NULL,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"promised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "mails_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "import_files" (
	"import_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_files_import_id_part_pk" PRIMARY KEY("import_id","part")
);
--> statement-breakpoint
CREATE TABLE "import_refusals" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"field" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "import_refusals_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "imported_people" (
	"import_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_new" boolean NOT NULL,
	CONSTRAINT "imported_people_import_id_person_id_pk" PRIMARY KEY("import_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"started_by" uuid,
	"file_name" text NOT NULL,
	"encoding" text NOT NULL,
	"delimiter" text NOT NULL,
	"headers" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"language" text NOT NULL,
	"consent" text DEFAULT 'none' NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"total_count" integer NOT NULL,
	"refused_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"added_count" integer DEFAULT 0 NOT NULL,
	"known_count" integer DEFAULT 0 NOT NULL,
	"removed_count" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"way" text NOT NULL,
	"purpose" text NOT NULL,
	"given" text NOT NULL,
	"how" text NOT NULL,
	"subject_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consents_person_id_way_purpose_pk" PRIMARY KEY("person_id","way","purpose")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"email" text,
	"phone" text,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"account_id" uuid,
	"source" text NOT NULL,
	"source_id" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (person_words(name, email)) STORED,
	CONSTRAINT "people_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "people_email_lower" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "person_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"label" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"key" text PRIMARY KEY NOT NULL,
	"kept_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "setup_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"languages" text[] NOT NULL,
	"opening" text DEFAULT 'anyone' NOT NULL,
	"set_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_only_one" CHECK ("sites"."only"),
	CONSTRAINT "sites_name_length" CHECK (length("sites"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "worker_reports" (
	"worker" text PRIMARY KEY NOT NULL,
	"waiting_count" integer NOT NULL,
	"active_count" integer NOT NULL,
	"failed_count" integer NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitations" ADD CONSTRAINT "account_invitations_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_openings" ADD CONSTRAINT "account_openings_invitation_id_account_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."account_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_stewards" ADD CONSTRAINT "site_stewards_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_stewards" ADD CONSTRAINT "site_stewards_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_tallies" ADD CONSTRAINT "signature_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_group_id_campaign_id_campaigns_group_id_id_fk" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sponsors" ADD CONSTRAINT "campaign_sponsors_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD CONSTRAINT "campaign_updates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD CONSTRAINT "campaign_updates_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_group_id_event_id_events_group_id_id_fk" FOREIGN KEY ("group_id","event_id") REFERENCES "public"."events"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_event_id_rsvp_id_rsvps_event_id_id_fk" FOREIGN KEY ("event_id","rsvp_id") REFERENCES "public"."rsvps"("event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_needs" ADD CONSTRAINT "event_needs_event_id_rsvp_id_rsvps_event_id_id_fk" FOREIGN KEY ("event_id","rsvp_id") REFERENCES "public"."rsvps"("event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_group_id_event_id_events_group_id_id_fk" FOREIGN KEY ("group_id","event_id") REFERENCES "public"."events"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_cancellations" ADD CONSTRAINT "event_cancellations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_cancellations" ADD CONSTRAINT "event_cancellations_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_closings" ADD CONSTRAINT "event_closings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_closings" ADD CONSTRAINT "event_closings_by_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_group_id_event_id_events_group_id_id_fk" FOREIGN KEY ("group_id","event_id") REFERENCES "public"."events"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_hosts" ADD CONSTRAINT "event_hosts_group_id_account_id_memberships_group_id_account_id_fk" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_bans" ADD CONSTRAINT "group_bans_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_bans" ADD CONSTRAINT "group_bans_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_bans" ADD CONSTRAINT "group_bans_banned_by_accounts_id_fk" FOREIGN KEY ("banned_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_visits" ADD CONSTRAINT "link_visits_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_reply_to_messages_id_fk" FOREIGN KEY ("reply_to") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_removed_by_accounts_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_members" ADD CONSTRAINT "channel_members_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_members" ADD CONSTRAINT "channel_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_reads" ADD CONSTRAINT "channel_reads_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_reads" ADD CONSTRAINT "channel_reads_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_people" ADD CONSTRAINT "imported_people_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_people" ADD CONSTRAINT "imported_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_history" ADD CONSTRAINT "person_history_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_of_group" ON "journal" USING btree ("group_id","id") WHERE "journal"."group_id" is not null;--> statement-breakpoint
CREATE INDEX "journal_of_subject" ON "journal" USING btree ("subject_id","id") WHERE "journal"."subject_id" is not null;--> statement-breakpoint
CREATE INDEX "email_changes_expiry" ON "email_changes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "account_invitations_newest" ON "account_invitations" USING btree ("made_at","id");--> statement-breakpoint
CREATE INDEX "account_openings_email" ON "account_openings" USING btree ("email","asked_at");--> statement-breakpoint
CREATE INDEX "account_openings_expiry" ON "account_openings" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "password_resets_email" ON "password_resets" USING btree ("email_key","asked_at");--> statement-breakpoint
CREATE INDEX "password_resets_account" ON "password_resets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "password_resets_expiry" ON "password_resets" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "accounts_newest" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "signatures_of_person" ON "signatures" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "signatures_newest" ON "signatures" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "signatures_by_day" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."stands";--> statement-breakpoint
CREATE INDEX "signatures_unconfirmed" ON "signatures" USING btree ("mailed_at") WHERE "signatures"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "signatures_shown" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."stands" and "signatures"."show_name" and "signatures"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "tally_marks_of_campaign" ON "tally_marks" USING btree ("campaign_id","step");--> statement-breakpoint
CREATE INDEX "campaign_sponsors_of_group" ON "campaign_sponsors" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "campaigns_newest" ON "campaigns" USING btree (coalesce("published_at", "created_at"),"id");--> statement-breakpoint
CREATE INDEX "campaigns_of_group" ON "campaigns" USING btree ("group_id",coalesce("published_at", "created_at"),"id");--> statement-breakpoint
CREATE INDEX "campaigns_issues" ON "campaigns" USING gin ("issues");--> statement-breakpoint
CREATE INDEX "campaign_updates_newest" ON "campaign_updates" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "attendances_of_event" ON "attendances" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "attendances_of_person" ON "attendances" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_needs_of_event" ON "event_needs" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "rsvps_of_person" ON "rsvps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rsvps_places" ON "rsvps" USING btree ("event_id","state","guest_count");--> statement-breakpoint
CREATE INDEX "rsvps_waitlist" ON "rsvps" USING btree ("event_id","state_at","id") WHERE "rsvps"."state" = 'waitlisted';--> statement-breakpoint
CREATE INDEX "rsvps_to_remind" ON "rsvps" USING btree ("event_id","id") WHERE "rsvps"."reminded_at" is null and "rsvps"."state" in ('going', 'maybe');--> statement-breakpoint
CREATE INDEX "event_hosts_of_account" ON "event_hosts" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "events_coming" ON "events" USING btree ("starts_at","id") WHERE "events"."state" in ('published', 'closed');--> statement-breakpoint
CREATE INDEX "events_of_group" ON "events" USING btree ("group_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "events_of_campaign" ON "events" USING btree ("campaign_id","starts_at","id") WHERE "events"."campaign_id" is not null;--> statement-breakpoint
CREATE INDEX "group_bans_by_account" ON "group_bans" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "group_invitations_by_group" ON "group_invitations" USING btree ("group_id","made_at","id");--> statement-breakpoint
CREATE INDEX "groups_by_name" ON "groups" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_one_open" ON "join_requests" USING btree ("group_id","account_id") WHERE "join_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "join_requests_open" ON "join_requests" USING btree ("group_id","asked_at","id") WHERE "join_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "join_requests_by_account" ON "join_requests" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "memberships_by_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "memberships_by_joining" ON "memberships" USING btree ("group_id","joined_at","account_id");--> statement-breakpoint
CREATE INDEX "memberships_stewards" ON "memberships" USING btree ("group_id") WHERE "memberships"."role" = 'steward';--> statement-breakpoint
CREATE INDEX "links_of_path" ON "links" USING btree ("group_id","path","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_in_order" ON "messages" USING btree ("channel_id","seq");--> statement-breakpoint
CREATE INDEX "messages_by_author" ON "messages" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "messages_changed" ON "messages" USING btree ("channel_id","changed_at") WHERE "messages"."changed_at" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_reply" ON "messages" USING btree ("reply_to") WHERE "messages"."reply_to" is not null;--> statement-breakpoint
CREATE INDEX "messages_by_remover" ON "messages" USING btree ("removed_by") WHERE "messages"."removed_by" is not null;--> statement-breakpoint
CREATE INDEX "channel_members_by_account" ON "channel_members" USING btree ("account_id","channel_id");--> statement-breakpoint
CREATE INDEX "channel_reads_by_channel" ON "channel_reads" USING btree ("channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "channels_name_in_group" ON "channels" USING btree ("group_id","name") WHERE "channels"."kind" = 'room';--> statement-breakpoint
CREATE UNIQUE INDEX "channels_direct_once" ON "channels" USING btree ("group_id","direct_key") WHERE "channels"."kind" = 'direct';--> statement-breakpoint
CREATE INDEX "channels_by_creator" ON "channels" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "channels_forgetting" ON "channels" USING btree ("id") WHERE "channels"."retention_days" is not null;--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("promised_at","id");--> statement-breakpoint
CREATE INDEX "mails_to" ON "mails" USING btree ("to_address") WHERE "mails"."to_address" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_group" ON "mails" USING btree ("group_id") WHERE "mails"."group_id" is not null and "mails"."state" <> 'sent';--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("promised_at") WHERE "mails"."state" = 'promised';--> statement-breakpoint
CREATE INDEX "imported_people_person" ON "imported_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("group_id","started_at","id");--> statement-breakpoint
CREATE INDEX "consents_given" ON "consents" USING btree ("group_id","way","purpose","person_id") WHERE "consents"."given" = 'yes';--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("group_id","email");--> statement-breakpoint
CREATE INDEX "people_newest" ON "people" USING btree ("group_id","added_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_account" ON "people" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "people_tags" ON "people" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "person_history_newest" ON "person_history" USING btree ("person_id","at","id");
--> statement-breakpoint
-- Keeps the tally of a campaign true whatever ends or begins a signature: a confirmation, a withdrawal, an erasure.
CREATE FUNCTION mark_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO tally_marks (campaign_id, step) VALUES (OLD.campaign_id, -1);
  ELSE
    INSERT INTO tally_marks (campaign_id, step) VALUES (NEW.campaign_id, CASE WHEN NEW.stands THEN 1 ELSE -1 END);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER signatures_mark_added AFTER INSERT ON signatures FOR EACH ROW
  WHEN (NEW.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
CREATE TRIGGER signatures_mark_changed AFTER UPDATE ON signatures FOR EACH ROW
  WHEN (OLD.stands IS DISTINCT FROM NEW.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
CREATE TRIGGER signatures_mark_removed AFTER DELETE ON signatures FOR EACH ROW
  WHEN (OLD.stands) EXECUTE FUNCTION mark_signature();
--> statement-breakpoint
-- A group always keeps one steward. Judged at commit, under a lock on the group, so that two stewards who leave at
-- the same moment are judged one after the other; and a group that is itself gone needs none.
CREATE FUNCTION memberships_keep_a_steward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM groups WHERE id = OLD.group_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM memberships WHERE group_id = OLD.group_id AND role = 'steward') THEN
    RAISE EXCEPTION 'a group always keeps one steward'
      USING ERRCODE = 'check_violation', TABLE = 'memberships', CONSTRAINT = 'memberships_keep_a_steward';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER memberships_keep_a_steward AFTER UPDATE OF role OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.role = 'steward') EXECUTE FUNCTION memberships_keep_a_steward();
--> statement-breakpoint
-- What is new in a group is read from its journal, among millions of entries of other kinds: groups/news/queries.ts.
CREATE INDEX journal_news ON journal (group_id, id DESC)
  WHERE kind IN ('groups.created', 'campaigns.published', 'campaigns.update-posted', 'events.published');
--> statement-breakpoint
-- How many are in a group, true whatever begins or ends memberships, an erased account among them.
CREATE FUNCTION memberships_count_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE groups SET member_count = member_count + step
    FROM (SELECT group_id, CASE WHEN TG_OP = 'INSERT' THEN count(*) ELSE -count(*) END AS step
          FROM changed GROUP BY group_id) steps
    WHERE groups.id = steps.group_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_count_joined AFTER INSERT ON memberships REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION memberships_count_members();
--> statement-breakpoint
CREATE TRIGGER memberships_count_gone AFTER DELETE ON memberships REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION memberships_count_members();
