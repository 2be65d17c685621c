CREATE TABLE "listing_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"word" text NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"ended_side" text,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "listing_answers_state" CHECK ("listing_answers"."state" in ('offered', 'taken', 'fulfilled', 'declined', 'withdrawn', 'ended')),
	CONSTRAINT "listing_answers_word_length" CHECK (length("listing_answers"."word") between 1 and 500),
	CONSTRAINT "listing_answers_reply_length" CHECK (length("listing_answers"."reply") <= 500)
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"side" text NOT NULL,
	"thing" text NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"how_many" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"ends_on" date NOT NULL,
	"is_for_all" boolean NOT NULL,
	"coalition_id" uuid,
	"written_by" uuid,
	"listed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_how" text,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	CONSTRAINT "listings_side" CHECK ("listings"."side" in ('need', 'offer')),
	CONSTRAINT "listings_for_one" CHECK (not ("listings"."is_for_all" and "listings"."coalition_id" is not null)),
	CONSTRAINT "listings_closed_whole" CHECK (("listings"."closed_at" is null) = ("listings"."closed_how" is null)),
	CONSTRAINT "listings_title_length" CHECK (length("listings"."title") between 1 and 120),
	CONSTRAINT "listings_details_length" CHECK (length("listings"."details") <= 2000),
	CONSTRAINT "listings_how_many_length" CHECK (length("listings"."how_many") <= 80),
	CONSTRAINT "listings_place_length" CHECK (length("listings"."place") <= 120)
);
--> statement-breakpoint
ALTER TABLE "listing_answers" ADD CONSTRAINT "listing_answers_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_answers" ADD CONSTRAINT "listing_answers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_answers" ADD CONSTRAINT "listing_answers_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_answers" ADD CONSTRAINT "listing_answers_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_answers" ADD CONSTRAINT "listing_answers_ended_by_accounts_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_coalition_id_coalitions_group_id_fk" FOREIGN KEY ("coalition_id") REFERENCES "public"."coalitions"("group_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_answers_open_once" ON "listing_answers" USING btree ("listing_id","group_id") WHERE "listing_answers"."state" in ('offered', 'taken');--> statement-breakpoint
CREATE UNIQUE INDEX "listing_answers_taken_once" ON "listing_answers" USING btree ("listing_id") WHERE "listing_answers"."state" = 'taken';--> statement-breakpoint
CREATE INDEX "listing_answers_of_listing" ON "listing_answers" USING btree ("listing_id","id");--> statement-breakpoint
CREATE INDEX "listing_answers_of_group" ON "listing_answers" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "listing_answers_by_answerer" ON "listing_answers" USING btree ("answered_by");--> statement-breakpoint
CREATE INDEX "listing_answers_by_decider" ON "listing_answers" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "listing_answers_by_ender" ON "listing_answers" USING btree ("ended_by");--> statement-breakpoint
CREATE INDEX "listings_of_group" ON "listings" USING btree ("group_id","listed_at","id");--> statement-breakpoint
CREATE INDEX "listings_in_order" ON "listings" USING btree ("listed_at","id") WHERE "listings"."closed_at" is null and "listings"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "listings_for_all" ON "listings" USING btree ("listed_at","id") WHERE "listings"."is_for_all" and "listings"."closed_at" is null and "listings"."hidden_at" is null;--> statement-breakpoint
CREATE INDEX "listings_of_coalition" ON "listings" USING btree ("coalition_id","listed_at","id");--> statement-breakpoint
CREATE INDEX "listings_to_close" ON "listings" USING btree ("ends_on") WHERE "listings"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "listings_by_writer" ON "listings" USING btree ("written_by");