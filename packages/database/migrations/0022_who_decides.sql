CREATE TABLE "targets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"name" text NOT NULL,
	"office" text DEFAULT '' NOT NULL,
	"area" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"page" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"left_on" date,
	"added_by" uuid,
	"added_for" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	CONSTRAINT "targets_name_length" CHECK (length("targets"."name") between 1 and 120),
	CONSTRAINT "targets_office_length" CHECK (length("targets"."office") <= 120),
	CONSTRAINT "targets_area_length" CHECK (length("targets"."area") <= 120),
	CONSTRAINT "targets_email_length" CHECK (length("targets"."email") <= 254),
	CONSTRAINT "targets_phone_length" CHECK (length("targets"."phone") <= 40),
	CONSTRAINT "targets_page_length" CHECK (length("targets"."page") <= 500),
	CONSTRAINT "targets_address_length" CHECK (length("targets"."address") <= 300)
);
--> statement-breakpoint
CREATE TABLE "target_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"target_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"campaign_id" uuid,
	"what" text NOT NULL,
	"asked_on" date NOT NULL,
	"answer" text,
	"answered_on" date,
	"promise" text,
	"due_on" date,
	"outcome" text,
	"outcome_word" text DEFAULT '' NOT NULL,
	"outcome_at" timestamp with time zone,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_told_at" timestamp with time zone,
	CONSTRAINT "target_asks_answer_whole" CHECK (("target_asks"."answer" is null) = ("target_asks"."answered_on" is null)),
	CONSTRAINT "target_asks_due_promise" CHECK ("target_asks"."due_on" is null or "target_asks"."promise" is not null),
	CONSTRAINT "target_asks_outcome" CHECK ("target_asks"."outcome" in ('kept', 'broken')),
	CONSTRAINT "target_asks_outcome_whole" CHECK (("target_asks"."outcome" is null) = ("target_asks"."outcome_at" is null)),
	CONSTRAINT "target_asks_outcome_promise" CHECK ("target_asks"."outcome" is null or "target_asks"."promise" is not null),
	CONSTRAINT "target_asks_what_length" CHECK (length("target_asks"."what") between 1 and 2000),
	CONSTRAINT "target_asks_answer_length" CHECK (length("target_asks"."answer") between 1 and 2000),
	CONSTRAINT "target_asks_promise_length" CHECK (length("target_asks"."promise") between 1 and 2000),
	CONSTRAINT "target_asks_word_length" CHECK (length("target_asks"."outcome_word") <= 500)
);
--> statement-breakpoint
CREATE TABLE "target_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"target_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"body" text NOT NULL,
	"written_by" uuid,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "target_notes_length" CHECK (length("target_notes"."body") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "target_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "decides_on" date;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_added_for_groups_id_fk" FOREIGN KEY ("added_for") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_asks" ADD CONSTRAINT "target_asks_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_asks" ADD CONSTRAINT "target_asks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_asks" ADD CONSTRAINT "target_asks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_asks" ADD CONSTRAINT "target_asks_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_notes" ADD CONSTRAINT "target_notes_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_notes" ADD CONSTRAINT "target_notes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_notes" ADD CONSTRAINT "target_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "targets_named_once" ON "targets" USING btree ("group_id",lower("name"),lower("office"));--> statement-breakpoint
CREATE INDEX "targets_in_order" ON "targets" USING btree ("group_id",lower("name"),"id");--> statement-breakpoint
CREATE INDEX "targets_added_by" ON "targets" USING btree ("added_by");--> statement-breakpoint
CREATE INDEX "targets_added_for" ON "targets" USING btree ("added_for");--> statement-breakpoint
CREATE INDEX "target_asks_of_target" ON "target_asks" USING btree ("target_id","asked_on","id");--> statement-breakpoint
CREATE INDEX "target_asks_of_group" ON "target_asks" USING btree ("group_id","due_on","id");--> statement-breakpoint
CREATE INDEX "target_asks_to_tell" ON "target_asks" USING btree ("due_on") WHERE "target_asks"."outcome" is null and "target_asks"."due_told_at" is null;--> statement-breakpoint
CREATE INDEX "target_asks_of_campaign" ON "target_asks" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "target_asks_by_writer" ON "target_asks" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "target_notes_newest" ON "target_notes" USING btree ("target_id","group_id","id");--> statement-breakpoint
CREATE INDEX "target_notes_of_group" ON "target_notes" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "target_notes_by_writer" ON "target_notes" USING btree ("written_by");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "campaigns_of_target" ON "campaigns" USING btree ("target_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_place_length" CHECK (length("campaigns"."place") between 1 and 120) NOT VALID;