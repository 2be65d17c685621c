CREATE TABLE "event_turnouts" (
	"event_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"told_going" integer NOT NULL,
	"told_came" integer NOT NULL,
	CONSTRAINT "event_turnouts_event_id_group_id_pk" PRIMARY KEY("event_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "event_sponsors" (
	"event_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"asked" jsonb NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"invited_by" uuid,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_as" text,
	"declined_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"answer" text DEFAULT '' NOT NULL,
	"link_id" uuid,
	CONSTRAINT "event_sponsors_event_id_group_id_pk" PRIMARY KEY("event_id","group_id"),
	CONSTRAINT "event_sponsors_word_length" CHECK (length("event_sponsors"."word") <= 500),
	CONSTRAINT "event_sponsors_answer_length" CHECK (length("event_sponsors"."answer") <= 500),
	CONSTRAINT "event_sponsors_one_state" CHECK (num_nonnulls("event_sponsors"."accepted_at", "event_sponsors"."declined_at", "event_sponsors"."left_at") <= 1)
);
--> statement-breakpoint
ALTER TABLE "attendances" DROP CONSTRAINT "attendances_group_id_event_id_events_group_id_id_fk";
--> statement-breakpoint
ALTER TABLE "rsvps" DROP CONSTRAINT "rsvps_group_id_event_id_events_group_id_id_fk";
--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "attendances" ADD COLUMN "home_id" uuid GENERATED ALWAYS AS (case when sponsor_id is null then group_id end) STORED;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "is_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "sponsor_id" uuid;--> statement-breakpoint
ALTER TABLE "rsvps" ADD COLUMN "home_id" uuid GENERATED ALWAYS AS (case when sponsor_id is null then group_id end) STORED;--> statement-breakpoint
ALTER TABLE "event_turnouts" ADD CONSTRAINT "event_turnouts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_turnouts" ADD CONSTRAINT "event_turnouts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sponsors" ADD CONSTRAINT "event_sponsors_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sponsors" ADD CONSTRAINT "event_sponsors_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sponsors" ADD CONSTRAINT "event_sponsors_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sponsors" ADD CONSTRAINT "event_sponsors_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_sponsors_of_group" ON "event_sponsors" USING btree ("group_id");--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_of_home" FOREIGN KEY ("home_id","event_id") REFERENCES "public"."events"("group_id","id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_of_sponsor" FOREIGN KEY ("event_id","sponsor_id") REFERENCES "public"."event_sponsors"("event_id","group_id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_of_home" FOREIGN KEY ("home_id","event_id") REFERENCES "public"."events"("group_id","id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_of_sponsor" FOREIGN KEY ("event_id","sponsor_id") REFERENCES "public"."event_sponsors"("event_id","group_id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "attendances_by_sponsor" ON "attendances" USING btree ("event_id","sponsor_id") WHERE "attendances"."sponsor_id" is not null;--> statement-breakpoint
CREATE INDEX "rsvps_by_sponsor" ON "rsvps" USING btree ("event_id","sponsor_id") WHERE "rsvps"."sponsor_id" is not null;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_sponsors_person" CHECK ("attendances"."sponsor_id" = "attendances"."group_id") NOT VALID;--> statement-breakpoint
ALTER TABLE "rsvps" ADD CONSTRAINT "rsvps_sponsors_person" CHECK ("rsvps"."sponsor_id" = "rsvps"."group_id") NOT VALID;