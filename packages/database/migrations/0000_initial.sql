-- By hand
-- What people are found by, whatever their telephone can type. One notion for every list: name_search() of what was
-- typed, held against name_words() of a name or person_words() of a name and an email.
--
-- Letters without what tells two spellings apart: accents and vowel signs, capitals, the forms of alef, hamza, yeh, kaf
-- and heh, digits of Arabic and Persian, letters with a stroke, signs that nobody sees. Under every locale the same.
CREATE FUNCTION same_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words COLLATE pg_c_utf8)
    ELSE replace(replace(replace(replace(translate(
      normalize(lower(regexp_replace(normalize(words, NFKD),
        '[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+', '', 'g')
        COLLATE pg_c_utf8), NFC),
      'ıłøđðħŧŋςʻʼʾʿٱیىېےکڪةہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ء',
      'iloddhtnσ''''''''اييييككهههه01234567890123456789'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END;--> statement-breakpoint
-- The words of a text, where blanks, hyphens, apostrophes and other signs of any script stand between them.
CREATE FUNCTION parts_of(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_remove(regexp_split_to_array(same_letters(words),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u02b9-\u02ba\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u3000-\u3004\u3008-\u3020\u3030\u30fb\uff00-\uff0f]+'), '');--> statement-breakpoint
-- What a name is found by, as the beginnings of these: each of its words, with and without the Arabic article; two that
-- stand side by side as one, since "Abdul Rahman", "Abdul-Rahman" and "Abdulrahman" are one name; and where a script has
-- no blanks (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese), the rest of the word from each of its letters on, so
-- that one letter from anywhere in it is the beginning of something, in the same index. One sign may stand for eighteen
-- letters, and a word that is looked up has at most 2,046 bytes.
CREATE FUNCTION words_in(name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  SET search_path FROM CURRENT AS $$
DECLARE
  found text[] := '{}';
  part text; before text;
BEGIN
  FOREACH part IN ARRAY parts_of(name) LOOP
    part := left(part, 100);
    found := found || part;
    IF before IS NOT NULL THEN found := found || (before || part); END IF;
    before := part;
    CONTINUE WHEN octet_length(part) = length(part);
    IF part ~ '^ال.{2}' THEN found := found || substr(part, 3); END IF;
    IF part ~ '[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]' THEN
      found := found || ARRAY(SELECT substr(part, at) FROM generate_series(2, length(part)) at);
    END IF;
  END LOOP;
  RETURN found;
END $$;--> statement-breakpoint
CREATE FUNCTION name_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
  RETURN array_to_tsvector(words_in(name));--> statement-breakpoint
-- The same with an email: whole, the later parts of its name, and its host.
CREATE FUNCTION person_words(name text, email text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
  RETURN array_to_tsvector(array_remove(array_remove(
    words_in(name)
    || regexp_split_to_array(substring(same_letters(email) from '^[^@._+-]+[._+-]([^@]+)@'), '[._+-]+')
    || left(same_letters(email), 250)
    || split_part(same_letters(email), '@', 2), ''), NULL));--> statement-breakpoint
-- What was typed into a search: every word begins some word, in any order, or all of them written as one do. A word with
-- the signs of an address may be the beginning of one. Nothing to look for finds nobody.
CREATE FUNCTION name_search(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  SET search_path FROM CURRENT AS $$
DECLARE
  word text; part text; parts text[]; plain text; way text; ways text := '';
  joined text := left(array_to_string(parts_of(typed), ''), 200);
BEGIN
  FOREACH word IN ARRAY regexp_split_to_array(typed, '[\s,;،؛]+') LOOP
    parts := parts_of(word);
    CONTINUE WHEN cardinality(parts) = 0;
    way := '';
    FOREACH part IN ARRAY parts LOOP
      part := left(part, 100);
      way := concat_ws(' & ', nullif(way, ''), CASE WHEN part ~ '^ال.{2}'
        THEN format('(''%s'':* | ''%s'':*)', part, substr(part, 3)) ELSE format('''%s'':*', part) END);
    END LOOP;
    plain := left(regexp_replace(same_letters(word), '^@|[''\\]', '', 'g'), 250);
    IF plain ~ '[@._+-]' THEN way := format('(%s | ''%s'':*)', way, plain); END IF;
    ways := concat_ws(' & ', nullif(ways, ''), format('(%s)', way));
  END LOOP;
  IF ways = '' THEN RETURN ''::tsquery; END IF;
  RETURN format('%s | ''%s'':*', ways, joined)::tsquery;
END $$;
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
	"intent" jsonb,
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
CREATE TABLE "account_suspensions" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"suspended_by" uuid,
	"suspended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_suspensions_reason_length" CHECK (length("account_suspensions"."reason") between 1 and 1000)
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
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_of_groups_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signature_bursts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"subject" text NOT NULL,
	"began_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"trusted_at" timestamp with time zone,
	CONSTRAINT "signature_bursts_once" UNIQUE("campaign_id","cause","subject"),
	CONSTRAINT "signature_bursts_subject_length" CHECK (length("signature_bursts"."subject") <= 254)
);
--> statement-breakpoint
CREATE TABLE "signature_holds" (
	"signature_id" uuid PRIMARY KEY NOT NULL,
	"burst_id" uuid NOT NULL,
	"held_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proven_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	CONSTRAINT "signature_holds_one_decision" CHECK ("signature_holds"."released_at" is null or "signature_holds"."refused_at" is null)
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
	"shown_name" text,
	"wants_updates" boolean DEFAULT false NOT NULL,
	"opted_in_at" timestamp with time zone,
	"link_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mailed_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
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
CREATE TABLE "campaign_coordinators" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"responsibilities" text[] NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_coordinators_campaign_id_account_id_pk" PRIMARY KEY("campaign_id","account_id"),
	CONSTRAINT "campaign_coordinators_responsibilities" CHECK (cardinality("campaign_coordinators"."responsibilities") > 0)
);
--> statement-breakpoint
CREATE TABLE "campaign_sponsors" (
	"campaign_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"asked" jsonb,
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
	"story_html" text,
	"story_html_of" text,
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
	"ended_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	CONSTRAINT "campaigns_slug" UNIQUE("slug"),
	CONSTRAINT "campaigns_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "campaigns_slug_form" CHECK ("campaigns"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("campaigns"."slug") <= 80),
	CONSTRAINT "campaigns_title_length" CHECK (length("campaigns"."title") between 2 and 120),
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
	"body_html" text,
	"body_html_of" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
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
	"name" text,
	"typed_key" text,
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
	"name" text,
	"state" text NOT NULL,
	"wanted" text DEFAULT 'going' NOT NULL,
	"holds_until" timestamp with time zone,
	"guest_count" integer DEFAULT 0 NOT NULL,
	"wants_updates" boolean DEFAULT false NOT NULL,
	"link_id" uuid,
	"language" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
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
	"about_html" text,
	"about_html_of" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"held" text NOT NULL,
	"place_name" text,
	"address" text,
	"address_visibility" text DEFAULT 'public' NOT NULL,
	"online_url" text,
	"capacity" integer,
	"rsvp_from" text DEFAULT 'anyone' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"link_id" uuid,
	"reminds_at" timestamp with time zone NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"told_sequence" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	CONSTRAINT "events_slug" UNIQUE("slug"),
	CONSTRAINT "events_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "events_slug_form" CHECK ("events"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("events"."slug") <= 80),
	CONSTRAINT "events_title_length" CHECK (length("events"."title") between 2 and 120),
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
CREATE TABLE "group_deletions" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deletes_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_invitation_addressees" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"language" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_invitation_addressees_role" CHECK ("group_invitation_addressees"."role" in ('member', 'organizer'))
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
CREATE TABLE "group_measures" (
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_measures_group_id_kind_pk" PRIMARY KEY("group_id","kind"),
	CONSTRAINT "group_measures_reason_length" CHECK (length("group_measures"."reason") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "group_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"responsibilities" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_roles_carried" UNIQUE("group_id","id","responsibilities"),
	CONSTRAINT "group_roles_name_length" CHECK (length("group_roles"."name") between 1 and 60),
	CONSTRAINT "group_roles_responsibilities" CHECK (cardinality("group_roles"."responsibilities") > 0 and "group_roles"."responsibilities" <@ '{see_people,contact_people,export_people,publish,host_events,moderate,manage_members,manage_group}'::text[])
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"about_html" text,
	"about_html_of" text,
	"accent" text,
	"picture_key" text,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"contact_email" text,
	"visibility" text DEFAULT 'public' NOT NULL,
	"joining" text DEFAULT 'approval' NOT NULL,
	"questions" text[] DEFAULT '{}' NOT NULL,
	"vouched_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"frozen_at" timestamp with time zone,
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
	"own_role_id" uuid,
	"own_responsibilities" text[],
	"name" text,
	"pronouns" text,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_group_id_account_id_pk" PRIMARY KEY("group_id","account_id"),
	CONSTRAINT "memberships_own_role_whole" CHECK (("memberships"."own_role_id" is null) = ("memberships"."own_responsibilities" is null)),
	CONSTRAINT "memberships_name_length" CHECK (length("memberships"."name") between 1 and 80),
	CONSTRAINT "memberships_pronouns_length" CHECK (length("memberships"."pronouns") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "allowances" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allowances_times" CHECK ("allowances"."times" between 2 and 100)
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"tat" timestamp with time zone NOT NULL,
	"seconds_each" double precision NOT NULL,
	"count" double precision NOT NULL,
	"cost" double precision NOT NULL,
	"granted" integer NOT NULL
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
	"shut_at" timestamp with time zone,
	CONSTRAINT "links_code" UNIQUE("code"),
	CONSTRAINT "links_code_shape" CHECK ("links"."code" ~ '^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$'),
	CONSTRAINT "links_path_local" CHECK ("links"."path" ~ '^/([a-z0-9]|$)')
);
--> statement-breakpoint
CREATE TABLE "mailing_letters" (
	"mailing_id" uuid NOT NULL,
	"language" text NOT NULL,
	"variant" text NOT NULL,
	"letter_id" uuid NOT NULL,
	CONSTRAINT "mailing_letters_mailing_id_language_variant_pk" PRIMARY KEY("mailing_id","language","variant")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_id" uuid NOT NULL,
	"version" text DEFAULT '' NOT NULL,
	"audience" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"position" uuid,
	"due_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"sent_count" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_once" UNIQUE("kind","about_id","version"),
	CONSTRAINT "mailings_state" CHECK ("mailings"."state" in ('draft', 'scheduled', 'sending', 'stopped', 'sent')),
	CONSTRAINT "mailings_scheduled" CHECK ("mailings"."state" <> 'scheduled' or "mailings"."due_at" is not null),
	CONSTRAINT "mailings_due" CHECK ("mailings"."due_at" is null or "mailings"."state" in ('scheduled', 'sending')),
	CONSTRAINT "mailings_started" CHECK (("mailings"."state" in ('draft', 'scheduled')) = ("mailings"."started_at" is null)),
	CONSTRAINT "mailings_ended" CHECK (("mailings"."state" = 'sent') = ("mailings"."ended_at" is not null)),
	CONSTRAINT "mailings_counted" CHECK ("mailings"."sent_count" is null or "mailings"."state" = 'sent')
);
--> statement-breakpoint
CREATE TABLE "direct_blocks" (
	"account_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"group_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "direct_blocks_account_id_blocked_id_pk" PRIMARY KEY("account_id","blocked_id"),
	CONSTRAINT "direct_blocks_another" CHECK ("direct_blocks"."account_id" <> "direct_blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "direct_refusals" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
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
	"hidden_at" timestamp with time zone,
	"reason" text,
	"changed_at" timestamp with time zone,
	CONSTRAINT "messages_body" CHECK (case when "messages"."removed_at" is null then length("messages"."body") between 1 and 8000 else "messages"."body" = '' end)
);
--> statement-breakpoint
CREATE TABLE "channel_members" (
	"channel_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	"muted_at" timestamp with time zone,
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
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"letter" jsonb NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"group_id" uuid,
	"to_address" text,
	"mailbox" text,
	"language" text NOT NULL,
	"subject" text,
	"letter" jsonb,
	"letter_id" uuid,
	"values" jsonb,
	"mailing_id" uuid,
	"person_id" uuid,
	"state" text DEFAULT 'promised' NOT NULL,
	"typed" text,
	"held_by" text,
	"admitted_at" timestamp with time zone,
	"due_at" timestamp with time zone DEFAULT now(),
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
	"noes" text[] DEFAULT '{}' NOT NULL,
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
	"heading_row" integer DEFAULT 1 NOT NULL,
	"headers" text[] NOT NULL,
	"columns" jsonb NOT NULL,
	"language" text NOT NULL,
	"consent" text DEFAULT 'none' NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"total_count" integer NOT NULL,
	"refused_count" integer NOT NULL,
	"repeated_count" integer DEFAULT 0 NOT NULL,
	"findings" jsonb DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"repairedCount":0,"withoutEmailCount":0,"unclear":[]}'::jsonb NOT NULL,
	"sample" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"added_count" integer DEFAULT 0 NOT NULL,
	"known_count" integer DEFAULT 0 NOT NULL,
	"removed_count" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "overruled_consents" (
	"import_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"way" text NOT NULL,
	"purpose" text NOT NULL,
	"how" text NOT NULL,
	"subject_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "overruled_consents_import_id_person_id_way_purpose_pk" PRIMARY KEY("import_id","person_id","way","purpose")
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
CREATE TABLE "suppressions" (
	"group_id" uuid NOT NULL,
	"mailbox" text NOT NULL,
	"said_on" date NOT NULL,
	CONSTRAINT "suppressions_group_id_mailbox_pk" PRIMARY KEY("group_id","mailbox")
);
--> statement-breakpoint
CREATE TABLE "report_makers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"account_id" uuid,
	"note" text,
	"words" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_makers_once" UNIQUE("report_id","account_id"),
	CONSTRAINT "report_makers_note_length" CHECK (length("report_makers"."note") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"channel_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"is_to_site" boolean DEFAULT false NOT NULL,
	"author_id" uuid,
	"title" text,
	"address" text,
	"author_name" text,
	"words" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"is_decided_by_site" boolean DEFAULT false NOT NULL,
	"reason" text,
	"erased_at" timestamp with time zone,
	CONSTRAINT "reports_reason_length" CHECK (length("reports"."reason") between 1 and 500),
	CONSTRAINT "reports_decided_whole" CHECK (("reports"."decision" is null) = ("reports"."decided_at" is null) and ("reports"."decision" is null) = ("reports"."reason" is null))
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
	"starting_groups" text DEFAULT 'members' NOT NULL,
	"front_campaign_id" uuid,
	"contact" text,
	"rules" text DEFAULT '' NOT NULL,
	"rules_html" text,
	"rules_html_of" text,
	"security_contact" text,
	"set_up_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_only_one" CHECK ("sites"."only"),
	CONSTRAINT "sites_name_length" CHECK (length("sites"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "backup_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"done_count" bigint,
	"total_count" bigint,
	"unit" text,
	"finished_at" timestamp with time zone,
	"outcome" text,
	"bytes" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "backups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"bytes" bigint
);
--> statement-breakpoint
CREATE TABLE "letter_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"receiver_key" text NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"with_links" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"is_taken" boolean,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "worker_reports" (
	"worker" text PRIMARY KEY NOT NULL,
	"waiting_count" integer NOT NULL,
	"active_count" integer NOT NULL,
	"failed_count" integer NOT NULL,
	"waiting_seconds" integer,
	"version" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_invitations" ADD CONSTRAINT "account_invitations_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_openings" ADD CONSTRAINT "account_openings_invitation_id_account_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."account_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_suspensions" ADD CONSTRAINT "account_suspensions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_suspensions" ADD CONSTRAINT "account_suspensions_suspended_by_accounts_id_fk" FOREIGN KEY ("suspended_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_stewards" ADD CONSTRAINT "site_stewards_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_stewards" ADD CONSTRAINT "site_stewards_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_bursts" ADD CONSTRAINT "signature_bursts_group_id_campaign_id_campaigns_group_id_id_fk" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_holds" ADD CONSTRAINT "signature_holds_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_holds" ADD CONSTRAINT "signature_holds_burst_id_signature_bursts_id_fk" FOREIGN KEY ("burst_id") REFERENCES "public"."signature_bursts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_tallies" ADD CONSTRAINT "signature_tallies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_group_id_campaign_id_campaigns_group_id_id_fk" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_coordinators" ADD CONSTRAINT "campaign_coordinators_of_campaign" FOREIGN KEY ("group_id","campaign_id") REFERENCES "public"."campaigns"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_coordinators" ADD CONSTRAINT "campaign_coordinators_of_member" FOREIGN KEY ("group_id","account_id") REFERENCES "public"."memberships"("group_id","account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "group_deletions" ADD CONSTRAINT "group_deletions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_deletions" ADD CONSTRAINT "group_deletions_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitation_addressees" ADD CONSTRAINT "group_invitation_addressees_invitation_id_group_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."group_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitation_addressees" ADD CONSTRAINT "group_invitation_addressees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitations" ADD CONSTRAINT "group_invitations_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_measures" ADD CONSTRAINT "group_measures_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_measures" ADD CONSTRAINT "group_measures_taken_by_accounts_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_own_role" FOREIGN KEY ("group_id","own_role_id","own_responsibilities") REFERENCES "public"."group_roles"("group_id","id","responsibilities") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "link_visits" ADD CONSTRAINT "link_visits_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD CONSTRAINT "mailing_letters_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_letters" ADD CONSTRAINT "mailing_letters_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_blocked_id_accounts_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_refusals" ADD CONSTRAINT "direct_refusals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "overruled_consents" ADD CONSTRAINT "overruled_consents_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overruled_consents" ADD CONSTRAINT "overruled_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_history" ADD CONSTRAINT "person_history_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_makers" ADD CONSTRAINT "report_makers_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_makers" ADD CONSTRAINT "report_makers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_author_id_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_requests" ADD CONSTRAINT "backup_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_openings" ADD CONSTRAINT "letter_openings_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_mails" ADD CONSTRAINT "test_mails_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "accounts_name_words" ON "accounts" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "accounts_words" ON "accounts" USING gin (person_words("name", "email"));--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "signature_bursts_last" ON "signature_bursts" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "signature_holds_of_burst" ON "signature_holds" USING btree ("burst_id","signature_id");--> statement-breakpoint
CREATE INDEX "signatures_of_person" ON "signatures" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "signatures_by_link" ON "signatures" USING btree ("link_id") WHERE "signatures"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "signatures_newest" ON "signatures" USING btree ("campaign_id","id");--> statement-breakpoint
CREATE INDEX "signatures_by_day" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."stands";--> statement-breakpoint
CREATE INDEX "signatures_unconfirmed" ON "signatures" USING btree ("mailed_at") WHERE "signatures"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "signatures_shown" ON "signatures" USING btree ("campaign_id","confirmed_at") WHERE "signatures"."stands" and "signatures"."show_name" and "signatures"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "tally_marks_of_campaign" ON "tally_marks" USING btree ("campaign_id","step");--> statement-breakpoint
CREATE INDEX "campaign_coordinators_by_account" ON "campaign_coordinators" USING btree ("account_id","group_id");--> statement-breakpoint
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
CREATE INDEX "rsvps_held" ON "rsvps" USING btree ("event_id","holds_until","guest_count") WHERE "rsvps"."holds_until" is not null;--> statement-breakpoint
CREATE INDEX "rsvps_waitlist" ON "rsvps" USING btree ("event_id","state_at","id") WHERE "rsvps"."state" = 'waitlisted';--> statement-breakpoint
CREATE INDEX "rsvps_unconfirmed" ON "rsvps" USING btree ("event_id") WHERE "rsvps"."state" = 'unconfirmed';--> statement-breakpoint
CREATE INDEX "event_hosts_of_account" ON "event_hosts" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "events_coming" ON "events" USING btree ("starts_at","id") WHERE "events"."state" in ('published', 'closed');--> statement-breakpoint
CREATE INDEX "events_of_group" ON "events" USING btree ("group_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "events_without_link" ON "events" USING btree ("ends_at") WHERE "events"."link_id" is null and "events"."state" = 'published';--> statement-breakpoint
CREATE INDEX "events_of_campaign" ON "events" USING btree ("campaign_id","starts_at","id") WHERE "events"."campaign_id" is not null;--> statement-breakpoint
CREATE INDEX "group_bans_by_account" ON "group_bans" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "group_deletions_due" ON "group_deletions" USING btree ("deletes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "group_invitation_addressees_mailbox" ON "group_invitation_addressees" USING btree ("group_id","email");--> statement-breakpoint
CREATE INDEX "group_invitations_by_group" ON "group_invitations" USING btree ("group_id","made_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_roles_name" ON "group_roles" USING btree ("group_id",lower("name"));--> statement-breakpoint
CREATE INDEX "groups_by_name" ON "groups" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "groups_words" ON "groups" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "groups_newest" ON "groups" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "groups_waiting" ON "groups" USING btree ("created_at","id") WHERE "groups"."vouched_at" is null;--> statement-breakpoint
CREATE INDEX "groups_held" ON "groups" USING btree ("created_at","id") WHERE "groups"."hidden_at" is not null or "groups"."frozen_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_one_open" ON "join_requests" USING btree ("group_id","account_id") WHERE "join_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "join_requests_open" ON "join_requests" USING btree ("group_id","asked_at","id") WHERE "join_requests"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "join_requests_by_account" ON "join_requests" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "memberships_by_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "memberships_words" ON "memberships" USING gin (name_words("name"));--> statement-breakpoint
CREATE INDEX "memberships_by_joining" ON "memberships" USING btree ("group_id","joined_at","account_id");--> statement-breakpoint
CREATE INDEX "memberships_stewards" ON "memberships" USING btree ("group_id") WHERE "memberships"."role" = 'steward';--> statement-breakpoint
CREATE INDEX "memberships_carriers" ON "memberships" USING btree ("group_id","own_role_id") WHERE "memberships"."role" <> 'member' or "memberships"."own_role_id" is not null;--> statement-breakpoint
CREATE INDEX "allowances_newest" ON "allowances" USING btree ("given_at","subject_id");--> statement-breakpoint
CREATE INDEX "links_of_path" ON "links" USING btree ("group_id","path","id");--> statement-breakpoint
CREATE INDEX "mailing_letters_of_letter" ON "mailing_letters" USING btree ("letter_id");--> statement-breakpoint
CREATE INDEX "mailings_of_group" ON "mailings" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("due_at") WHERE "mailings"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "mailings_underway" ON "mailings" USING btree ("started_at") WHERE "mailings"."state" in ('sending', 'stopped');--> statement-breakpoint
CREATE INDEX "mailings_uncounted" ON "mailings" USING btree ("started_at") WHERE "mailings"."state" = 'sent' and "mailings"."sent_count" is null;--> statement-breakpoint
CREATE INDEX "direct_blocks_of_blocked" ON "direct_blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE INDEX "direct_blocks_in_group" ON "direct_blocks" USING btree ("group_id");--> statement-breakpoint
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
CREATE INDEX "letters_of_group" ON "letters" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "letters_by_age" ON "letters" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("promised_at","id");--> statement-breakpoint
CREATE INDEX "mails_to" ON "mails" USING btree ("to_address") WHERE "mails"."to_address" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_mailbox" ON "mails" USING btree ("mailbox","promised_at","id") WHERE "mails"."mailbox" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_group" ON "mails" USING btree ("group_id") WHERE "mails"."group_id" is not null and "mails"."state" <> 'sent';--> statement-breakpoint
CREATE INDEX "mails_of_letter" ON "mails" USING btree ("letter_id") WHERE "mails"."letter_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_mailing" ON "mails" USING btree ("mailing_id","state") WHERE "mails"."mailing_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_of_person" ON "mails" USING btree ("person_id") WHERE "mails"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "mails_finished" ON "mails" USING btree ("finished_at") WHERE "mails"."finished_at" is not null;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree (("letter_id" is not null),"due_at") WHERE "mails"."state" = 'promised';--> statement-breakpoint
CREATE INDEX "mails_held_back" ON "mails" USING btree ("promised_at","id") WHERE "mails"."held_by" is not null;--> statement-breakpoint
CREATE INDEX "mails_refused" ON "mails" USING btree ("promised_at","id") WHERE "mails"."state" = 'refused';--> statement-breakpoint
CREATE INDEX "imported_people_person" ON "imported_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("group_id","started_at","id");--> statement-breakpoint
CREATE INDEX "overruled_consents_person" ON "overruled_consents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "consents_given" ON "consents" USING btree ("group_id","way","purpose","person_id") WHERE "consents"."given" = 'yes';--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("group_id","email");--> statement-breakpoint
CREATE INDEX "people_newest" ON "people" USING btree ("group_id","added_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_account" ON "people" USING btree ("account_id","group_id");--> statement-breakpoint
CREATE INDEX "people_phone" ON "people" USING btree ("group_id",regexp_replace("phone", '[^0-9]', '', 'g')) WHERE "people"."phone" is not null;--> statement-breakpoint
CREATE INDEX "people_tags" ON "people" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "people_search" ON "people" USING gin ("search");--> statement-breakpoint
CREATE INDEX "person_history_newest" ON "person_history" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "suppressions_oldest" ON "suppressions" USING btree ("said_on");--> statement-breakpoint
CREATE INDEX "report_makers_of_report" ON "report_makers" USING btree ("report_id","made_at","id");--> statement-breakpoint
CREATE INDEX "report_makers_by_account" ON "report_makers" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_open" ON "reports" USING btree ("subject_kind","subject_id") WHERE "reports"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "reports_of_subject" ON "reports" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("group_id","made_at","id") WHERE "reports"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "reports_decided" ON "reports" USING btree ("group_id","decided_at","id") WHERE "reports"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_open_to_site" ON "reports" USING btree ("made_at","id") WHERE "reports"."decided_at" is null and ("reports"."group_id" is null or "reports"."is_to_site");--> statement-breakpoint
CREATE INDEX "reports_decided_to_site" ON "reports" USING btree ("decided_at","id") WHERE "reports"."decided_at" is not null and ("reports"."group_id" is null or "reports"."is_to_site");--> statement-breakpoint
CREATE INDEX "reports_to_forget" ON "reports" USING btree ("decided_at") WHERE "reports"."decided_at" is not null;--> statement-breakpoint
CREATE INDEX "reports_by_author" ON "reports" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "reports_by_decider" ON "reports" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "reports_by_channel" ON "reports" USING btree ("channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "backup_requests_one_open" ON "backup_requests" USING btree (("finished_at" is null)) WHERE "backup_requests"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "backup_requests_newest" ON "backup_requests" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "backups_newest" ON "backups" USING btree ("state","finished_at");--> statement-breakpoint
CREATE INDEX "letter_openings_of_receiver" ON "letter_openings" USING btree ("receiver_key","opened_at","id");--> statement-breakpoint
CREATE INDEX "letter_openings_by_age" ON "letter_openings" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "test_mails_of_account" ON "test_mails" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE INDEX "test_mails_by_age" ON "test_mails" USING btree ("asked_at");
--> statement-breakpoint
-- By hand
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
--> statement-breakpoint
-- What is new in a group is read from its journal, among millions of entries of other kinds: groups/news/queries.ts.
CREATE INDEX journal_news ON journal (group_id, id DESC)
  WHERE kind IN ('groups.created', 'campaigns.published', 'campaigns.update-posted', 'events.published');
--> statement-breakpoint
-- For the outbox, which lies under the groups and knows only their ids: whether a group may write to anyone now.
CREATE FUNCTION "group_may_write"(asked uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  select not exists (select from groups where id = asked and (frozen_at is not null or hidden_at is not null))
$$;
--> statement-breakpoint
-- May this address hear from this group? One that no steward of the site vouched for, or that is hidden, writes to its own members alone.
CREATE FUNCTION may_hear_from(sender uuid, address text) RETURNS boolean LANGUAGE sql STABLE AS $$
  select not exists (
    select from groups home
    where home.id = sender and (home.vouched_at is null or home.hidden_at is not null)
      and not exists (
        select from memberships own join accounts account on account.id = own.account_id
        where own.group_id = home.id and account.email = address))
$$;
--> statement-breakpoint
-- Whom mail of a group is from, and where its answers go.
CREATE FUNCTION mail_sender(sender uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  select jsonb_build_object('name', home.name, 'contact', home.contact_email) from groups home where home.id = sender
$$;
--> statement-breakpoint
-- The day that it is in a zone; in UTC where this server has never heard of it.
CREATE FUNCTION today_in(zone text) RETURNS date LANGUAGE plpgsql STABLE AS $$
begin
  return (now() at time zone zone)::date;
exception when invalid_parameter_value then
  return (now() at time zone 'utc')::date;
end
$$;
--> statement-breakpoint
-- Cheap to write: empty after a crash of the database, and rewritten in place.
ALTER TABLE limits SET UNLOGGED;
--> statement-breakpoint
ALTER TABLE limits SET (fillfactor = 70);
