CREATE TABLE "ladder_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"ladder_id" uuid NOT NULL,
	"branch_id" uuid,
	"side" text,
	"position" smallint NOT NULL,
	"does" jsonb NOT NULL,
	"composition_id" uuid,
	CONSTRAINT "ladder_steps_same_ladder" UNIQUE("ladder_id","id"),
	CONSTRAINT "ladder_steps_composition" UNIQUE("composition_id"),
	CONSTRAINT "ladder_steps_side" CHECK (("ladder_steps"."branch_id" is null) = ("ladder_steps"."side" is null)),
	CONSTRAINT "ladder_steps_letter" CHECK (("ladder_steps"."does" ->> 'is' in ('send', 'invite')) = ("ladder_steps"."composition_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "ladder_tallies" (
	"step_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "ladder_tallies_step_id_outcome_pk" PRIMARY KEY("step_id","outcome")
);
--> statement-breakpoint
CREATE TABLE "ladders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"name" text NOT NULL,
	"trigger" jsonb NOT NULL,
	"takes_earlier" boolean DEFAULT false NOT NULL,
	"purpose" text DEFAULT 'updates' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_stopped" boolean DEFAULT false NOT NULL,
	"opened_by" uuid,
	"sees_all" boolean DEFAULT false NOT NULL,
	"opening_asked_by" uuid,
	"opening_asked_for" text,
	"begins_since" timestamp with time zone,
	"agreed_count" integer,
	"stopped_for" text,
	"looked_until" timestamp with time zone,
	"began_count" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "ladders_same_group" UNIQUE("group_id","id"),
	CONSTRAINT "ladders_name_length" CHECK (length("ladders"."name") between 1 and 120),
	CONSTRAINT "ladders_state" CHECK ("ladders"."state" in ('draft', 'active', 'closed', 'ended')),
	CONSTRAINT "ladders_stopped_for" CHECK ("ladders"."stopped_for" in ('many', 'gone')),
	CONSTRAINT "ladders_opened" CHECK (("ladders"."state" = 'draft') = ("ladders"."opened_at" is null)),
	CONSTRAINT "ladders_ended" CHECK (("ladders"."state" = 'ended') = ("ladders"."ended_at" is not null)),
	CONSTRAINT "ladders_due" CHECK (("ladders"."due_at" is not null) = ("ladders"."state" in ('active', 'closed') and not "ladders"."is_stopped")),
	CONSTRAINT "ladders_membership" CHECK ("ladders"."purpose" = 'updates' or "ladders"."trigger" ->> 'is' = 'joined')
);
--> statement-breakpoint
CREATE TABLE "climbers" (
	"ladder_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"rung_id" uuid,
	"event_id" uuid,
	"began_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	CONSTRAINT "climbers_ladder_id_person_id_pk" PRIMARY KEY("ladder_id","person_id"),
	CONSTRAINT "climbers_state" CHECK ("climbers"."state" in ('standing', 'mailing', 'over', 'earlier')),
	CONSTRAINT "climbers_on_rung" CHECK (("climbers"."state" in ('standing', 'mailing')) = ("climbers"."rung_id" is not null)),
	CONSTRAINT "climbers_due" CHECK (("climbers"."rung_id" is null) = ("climbers"."due_at" is null))
);
--> statement-breakpoint
CREATE TABLE "rungs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	CONSTRAINT "rungs_same_group" UNIQUE("group_id","id")
);
--> statement-breakpoint
DROP INDEX "mailings_underway";--> statement-breakpoint
ALTER TABLE "compositions" ADD COLUMN "ladder_id" uuid;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "is_standing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_id_rungs_id_fk" FOREIGN KEY ("id") REFERENCES "public"."rungs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_group_id_ladder_id_ladders_group_id_id_fk" FOREIGN KEY ("group_id","ladder_id") REFERENCES "public"."ladders"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_group_id_composition_id_compositions_group_id_id_fk" FOREIGN KEY ("group_id","composition_id") REFERENCES "public"."compositions"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_steps" ADD CONSTRAINT "ladder_steps_ladder_id_branch_id_ladder_steps_ladder_id_id_fk" FOREIGN KEY ("ladder_id","branch_id") REFERENCES "public"."ladder_steps"("ladder_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_tallies" ADD CONSTRAINT "ladder_tallies_step_id_ladder_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."ladder_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladders" ADD CONSTRAINT "ladders_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladders" ADD CONSTRAINT "ladders_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladders" ADD CONSTRAINT "ladders_opening_asked_by_accounts_id_fk" FOREIGN KEY ("opening_asked_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladders" ADD CONSTRAINT "ladders_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "climbers" ADD CONSTRAINT "climbers_group_id_rung_id_rungs_group_id_id_fk" FOREIGN KEY ("group_id","rung_id") REFERENCES "public"."rungs"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "climbers" ADD CONSTRAINT "climbers_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rungs" ADD CONSTRAINT "rungs_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ladder_steps_of_group" ON "ladder_steps" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "ladders_due" ON "ladders" USING btree ("due_at") WHERE "ladders"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "climbers_of_person" ON "climbers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "climbers_on_rung" ON "climbers" USING btree ("rung_id","person_id") WHERE "climbers"."rung_id" is not null;--> statement-breakpoint
CREATE INDEX "climbers_due" ON "climbers" USING btree ("rung_id","due_at") WHERE "climbers"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "compositions_of_ladder" ON "compositions" USING btree ("ladder_id") WHERE "compositions"."ladder_id" is not null;--> statement-breakpoint
CREATE INDEX "mailings_underway" ON "mailings" USING btree ("started_at") WHERE "mailings"."state" in ('sending', 'stopped') and not "mailings"."is_standing";