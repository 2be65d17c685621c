CREATE TABLE "compact_agreements" (
	"compact_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"side" text NOT NULL,
	"account_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "compact_agreements_compact_id_number_side_pk" PRIMARY KEY("compact_id","number","side"),
	CONSTRAINT "compact_agreements_take_two" UNIQUE("compact_id","number","account_id"),
	CONSTRAINT "compact_agreements_side" CHECK ("compact_agreements"."side" in ('group', 'writer'))
);
--> statement-breakpoint
CREATE TABLE "compact_letters" (
	"use_id" uuid NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "compact_letters_use_id_language_pk" PRIMARY KEY("use_id","language"),
	CONSTRAINT "compact_letters_subject_length" CHECK (length("compact_letters"."subject") between 1 and 150),
	CONSTRAINT "compact_letters_body_length" CHECK (length("compact_letters"."body") between 1 and 20000)
);
--> statement-breakpoint
CREATE TABLE "compact_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"compact_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"kind" text DEFAULT 'letter' NOT NULL,
	"title" text NOT NULL,
	"asked_side" text DEFAULT 'writer' NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"goes_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"clause" text,
	"wish" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"composition_id" uuid,
	"sent_at" timestamp with time zone,
	"got_count" integer,
	"acted_count" integer,
	"got_told" integer,
	"acted_told" integer,
	"in_common" integer,
	"counted_at" timestamp with time zone,
	"is_shown" boolean DEFAULT false NOT NULL,
	CONSTRAINT "compact_uses_kind" CHECK ("compact_uses"."kind" in ('letter', 'overlap')),
	CONSTRAINT "compact_uses_state" CHECK ("compact_uses"."state" in ('asked', 'agreed', 'declined', 'withdrawn', 'lapsed', 'sent', 'counted', 'stopped', 'refused')),
	CONSTRAINT "compact_uses_clause" CHECK (("compact_uses"."state" in ('refused', 'lapsed')) = ("compact_uses"."clause" is not null)),
	CONSTRAINT "compact_uses_clause_known" CHECK ("compact_uses"."clause" in ('most-a-year', 'until', 'ended', 'fields', 'notice', 'too-soon', 'unanswered')),
	CONSTRAINT "compact_uses_sent" CHECK (("compact_uses"."state" = 'sent') = ("compact_uses"."sent_at" is not null)),
	CONSTRAINT "compact_uses_counted" CHECK (num_nonnulls("compact_uses"."got_count", "compact_uses"."got_told") in (0, 2)),
	CONSTRAINT "compact_uses_acted" CHECK (num_nonnulls("compact_uses"."acted_count", "compact_uses"."acted_told") in (0, 2)),
	CONSTRAINT "compact_uses_title_length" CHECK (length("compact_uses"."title") <= 150),
	CONSTRAINT "compact_uses_wish_length" CHECK (length("compact_uses"."wish") <= 500),
	CONSTRAINT "compact_uses_answer_length" CHECK (length("compact_uses"."answer") <= 500),
	CONSTRAINT "compact_uses_asked_side" CHECK ("compact_uses"."asked_side" in ('group', 'writer')),
	CONSTRAINT "compact_uses_letters_by_writer" CHECK ("compact_uses"."kind" = 'overlap' or "compact_uses"."asked_side" = 'writer'),
	CONSTRAINT "compact_uses_overlap" CHECK (("compact_uses"."state" = 'counted') = ("compact_uses"."counted_at" is not null)),
	CONSTRAINT "compact_uses_in_common" CHECK ("compact_uses"."in_common" is null or ("compact_uses"."in_common" >= 50 and "compact_uses"."counted_at" is not null)),
	CONSTRAINT "compact_uses_title" CHECK (("compact_uses"."kind" = 'letter') = ("compact_uses"."title" <> ''))
);
--> statement-breakpoint
CREATE TABLE "compact_versions" (
	"compact_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"about" text NOT NULL,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"most_a_year" smallint NOT NULL,
	"notice_hours" smallint NOT NULL,
	"until" date NOT NULL,
	"ending_days" smallint NOT NULL,
	"proposed_side" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "compact_versions_compact_id_number_pk" PRIMARY KEY("compact_id","number"),
	CONSTRAINT "compact_versions_number" CHECK ("compact_versions"."number" >= 1),
	CONSTRAINT "compact_versions_about_length" CHECK (length("compact_versions"."about") between 1 and 200),
	CONSTRAINT "compact_versions_fields" CHECK ("compact_versions"."fields" <@ array['first-name', 'name']::text[]),
	CONSTRAINT "compact_versions_most" CHECK ("compact_versions"."most_a_year" between 1 and 12),
	CONSTRAINT "compact_versions_notice" CHECK ("compact_versions"."notice_hours" between 1 and 336),
	CONSTRAINT "compact_versions_ending" CHECK ("compact_versions"."ending_days" between 0 and 90),
	CONSTRAINT "compact_versions_until" CHECK ("compact_versions"."until" <= ("compact_versions"."proposed_at" at time zone 'UTC')::date + 3 * 366),
	CONSTRAINT "compact_versions_side" CHECK ("compact_versions"."proposed_side" in ('group', 'writer')),
	CONSTRAINT "compact_versions_state" CHECK ("compact_versions"."state" in ('open', 'agreed', 'declined', 'withdrawn', 'replaced')),
	CONSTRAINT "compact_versions_decided" CHECK (("compact_versions"."state" in ('open', 'replaced')) = ("compact_versions"."decided_at" is null)),
	CONSTRAINT "compact_versions_word_length" CHECK (length("compact_versions"."word") <= 500),
	CONSTRAINT "compact_versions_answer_length" CHECK (length("compact_versions"."answer") <= 500)
);
--> statement-breakpoint
CREATE TABLE "compacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"writer_id" uuid NOT NULL,
	"group_name" text NOT NULL,
	"writer_name" text NOT NULL,
	"channel_id" uuid,
	"ends_at" timestamp with time zone,
	"end_side" text,
	"ended_by" uuid,
	"end_said_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "compacts_of_pair" UNIQUE("group_id","writer_id"),
	CONSTRAINT "compacts_between_two" CHECK ("compacts"."group_id" <> "compacts"."writer_id"),
	CONSTRAINT "compacts_end_whole" CHECK (num_nonnulls("compacts"."ends_at", "compacts"."end_side", "compacts"."end_said_at") in (0, 3)),
	CONSTRAINT "compacts_end_side" CHECK ("compacts"."end_side" in ('group', 'writer'))
);
--> statement-breakpoint
CREATE TABLE "writer_refusals" (
	"person_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"writer_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "writer_refusals_person_id_writer_id_pk" PRIMARY KEY("person_id","writer_id")
);
--> statement-breakpoint
ALTER TABLE "compositions" ADD COLUMN "writer_id" uuid;--> statement-breakpoint
ALTER TABLE "compositions" ADD COLUMN "writer_name" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "other_group_id" uuid;--> statement-breakpoint
ALTER TABLE "compact_agreements" ADD CONSTRAINT "compact_agreements_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_agreements" ADD CONSTRAINT "compact_agreements_of_version" FOREIGN KEY ("compact_id","number") REFERENCES "public"."compact_versions"("compact_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_letters" ADD CONSTRAINT "compact_letters_use_id_compact_uses_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."compact_uses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_composition_id_compositions_id_fk" FOREIGN KEY ("composition_id") REFERENCES "public"."compositions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_of_version" FOREIGN KEY ("compact_id","number") REFERENCES "public"."compact_versions"("compact_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_versions" ADD CONSTRAINT "compact_versions_compact_id_compacts_id_fk" FOREIGN KEY ("compact_id") REFERENCES "public"."compacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_versions" ADD CONSTRAINT "compact_versions_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compact_versions" ADD CONSTRAINT "compact_versions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compacts" ADD CONSTRAINT "compacts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compacts" ADD CONSTRAINT "compacts_writer_id_groups_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compacts" ADD CONSTRAINT "compacts_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compacts" ADD CONSTRAINT "compacts_ended_by_accounts_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writer_refusals" ADD CONSTRAINT "writer_refusals_writer_id_groups_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writer_refusals" ADD CONSTRAINT "writer_refusals_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "compact_agreements_by_account" ON "compact_agreements" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "compact_uses_counted" ON "compact_uses" USING btree ("compact_id","counted_at") WHERE "compact_uses"."counted_at" is not null;--> statement-breakpoint
CREATE INDEX "compact_uses_in_order" ON "compact_uses" USING btree ("compact_id","id");--> statement-breakpoint
CREATE INDEX "compact_uses_by_asker" ON "compact_uses" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "compact_uses_by_answerer" ON "compact_uses" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "compact_uses_of_composition" ON "compact_uses" USING btree ("composition_id");--> statement-breakpoint
CREATE INDEX "compact_uses_underway" ON "compact_uses" USING btree ("goes_at") WHERE "compact_uses"."state" in ('asked', 'agreed');--> statement-breakpoint
CREATE INDEX "compact_uses_uncounted" ON "compact_uses" USING btree ("sent_at") WHERE "compact_uses"."state" = 'sent' and "compact_uses"."acted_count" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "compact_versions_one_open" ON "compact_versions" USING btree ("compact_id") WHERE "compact_versions"."state" = 'open';--> statement-breakpoint
CREATE INDEX "compact_versions_by_proposer" ON "compact_versions" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "compact_versions_by_decider" ON "compact_versions" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "compacts_of_writer" ON "compacts" USING btree ("writer_id");--> statement-breakpoint
CREATE INDEX "compacts_of_channel" ON "compacts" USING btree ("channel_id");--> statement-breakpoint
CREATE INDEX "compacts_by_ender" ON "compacts" USING btree ("ended_by");--> statement-breakpoint
CREATE INDEX "writer_refusals_of_writer" ON "writer_refusals" USING btree ("group_id","writer_id");--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_writer_id_groups_id_fk" FOREIGN KEY ("writer_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_other_group_id_groups_id_fk" FOREIGN KEY ("other_group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "compositions_of_writer" ON "compositions" USING btree ("writer_id") WHERE "compositions"."writer_id" is not null;--> statement-breakpoint
CREATE INDEX "channels_of_other_group" ON "channels" USING btree ("other_group_id") WHERE "channels"."other_group_id" is not null;--> statement-breakpoint
ALTER TABLE "compositions" ADD CONSTRAINT "compositions_of_writer" CHECK ("compositions"."writer_name" is null or ("compositions"."purpose" = 'updates' and "compositions"."campaign_id" is null and not "compositions"."is_template"
      and "compositions"."looked_at" is not null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_shared" CHECK ("channels"."other_group_id" is null or ("channels"."kind" = 'room' and "channels"."readers" = 'named' and "channels"."other_group_id" <> "channels"."group_id")) NOT VALID;