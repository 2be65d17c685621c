CREATE TABLE "composition_results" (
	"composition_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"tallies" jsonb,
	CONSTRAINT "composition_results_days" CHECK ("composition_results"."since" < "composition_results"."until")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"composition_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"question" text NOT NULL,
	"deed" text NOT NULL,
	"days" smallint NOT NULL,
	"usual_of1000" smallint NOT NULL,
	"worth_of1000" smallint NOT NULL,
	"needed_each" integer NOT NULL,
	"is_shared" boolean NOT NULL,
	CONSTRAINT "experiments_question_length" CHECK (length("experiments"."question") <= 200),
	CONSTRAINT "experiments_deed" CHECK ("experiments"."deed" in ('signed', 'coming', 'came', 'joined', 'answered')),
	CONSTRAINT "experiments_days" CHECK ("experiments"."days" between 1 and 30),
	CONSTRAINT "experiments_usual" CHECK ("experiments"."usual_of1000" between 1 and 999),
	CONSTRAINT "experiments_worth" CHECK ("experiments"."worth_of1000" between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "composition_results" ADD CONSTRAINT "composition_results_composition_id_compositions_id_fk" FOREIGN KEY ("composition_id") REFERENCES "public"."compositions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "composition_results" ADD CONSTRAINT "composition_results_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_composition_id_compositions_id_fk" FOREIGN KEY ("composition_id") REFERENCES "public"."compositions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "composition_results_due" ON "composition_results" USING btree ("until") WHERE "composition_results"."tallies" is null;--> statement-breakpoint
CREATE INDEX "composition_results_of_group" ON "composition_results" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "experiments_shared" ON "experiments" USING btree ("composition_id") WHERE "experiments"."is_shared";--> statement-breakpoint
CREATE INDEX "experiments_of_group" ON "experiments" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "experiments_words" ON "experiments" USING gin (name_words("question"));