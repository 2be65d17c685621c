CREATE TABLE "move_arrivals" (
	"move_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "move_arrivals_move_id_account_id_pk" PRIMARY KEY("move_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "move_texts" (
	"move_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "move_texts_move_id_language_pk" PRIMARY KEY("move_id","language"),
	CONSTRAINT "move_texts_length" CHECK (length("move_texts"."text") between 1 and 3000)
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"member_count" integer,
	"silent_on" date,
	"link_id" uuid NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "moves_name_length" CHECK (length("moves"."name") between 1 and 120),
	CONSTRAINT "moves_member_count" CHECK ("moves"."member_count" > 0)
);
--> statement-breakpoint
ALTER TABLE "move_arrivals" ADD CONSTRAINT "move_arrivals_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_arrivals" ADD CONSTRAINT "move_arrivals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_texts" ADD CONSTRAINT "move_texts_move_id_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."moves"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "move_arrivals_of_account" ON "move_arrivals" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "moves_of_group" ON "moves" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "moves_of_link" ON "moves" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "moves_of_account" ON "moves" USING btree ("made_by");