CREATE TABLE "composition_budgets" (
	"composition_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"estimated_at" timestamp with time zone,
	"estimate" integer,
	"marked_at" timestamp with time zone,
	"passed_over" integer,
	CONSTRAINT "composition_budgets_tens" CHECK ("composition_budgets"."estimate" >= 10 and "composition_budgets"."estimate" % 10 = 0),
	CONSTRAINT "composition_budgets_passed_over" CHECK ("composition_budgets"."passed_over" >= 10 and "composition_budgets"."passed_over" % 10 = 0)
);
--> statement-breakpoint
CREATE TABLE "contact_budget_yeses" (
	"coalition_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"most_a_week" smallint NOT NULL,
	"said_by" uuid,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_budget_yeses_coalition_id_group_id_pk" PRIMARY KEY("coalition_id","group_id"),
	CONSTRAINT "contact_budget_yeses_most_a_week" CHECK ("contact_budget_yeses"."most_a_week" between 1 and 14)
);
--> statement-breakpoint
CREATE TABLE "contact_budgets" (
	"coalition_id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"most_a_week" smallint NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_budgets_most_a_week" CHECK ("contact_budgets"."most_a_week" between 1 and 14)
);
--> statement-breakpoint
CREATE TABLE "contact_marks" (
	"coalition_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "composition_receivers" ADD COLUMN "is_passed_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "is_budgeted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person_history" ADD COLUMN "is_budgeted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "composition_budgets" ADD CONSTRAINT "composition_budgets_composition_id_compositions_id_fk" FOREIGN KEY ("composition_id") REFERENCES "public"."compositions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "composition_budgets" ADD CONSTRAINT "composition_budgets_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_budget_yeses" ADD CONSTRAINT "contact_budget_yeses_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_budget_yeses" ADD CONSTRAINT "contact_budget_yeses_said_by_accounts_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_budget_yeses" ADD CONSTRAINT "contact_budget_yeses_of_budget" FOREIGN KEY ("coalition_id") REFERENCES "public"."contact_budgets"("coalition_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_budgets" ADD CONSTRAINT "contact_budgets_coalition_id_groups_id_fk" FOREIGN KEY ("coalition_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_budgets" ADD CONSTRAINT "contact_budgets_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "composition_budgets_of_group" ON "composition_budgets" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "contact_budget_yeses_of_group" ON "contact_budget_yeses" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "contact_budget_yeses_by_account" ON "contact_budget_yeses" USING btree ("said_by");--> statement-breakpoint
CREATE INDEX "contact_budgets_by_account" ON "contact_budgets" USING btree ("proposed_by");--> statement-breakpoint
CREATE INDEX "contact_marks_of_mailbox" ON "contact_marks" USING btree ("coalition_id","hash","at");--> statement-breakpoint
CREATE INDEX "contact_marks_by_age" ON "contact_marks" USING btree ("at");--> statement-breakpoint
-- A mark refers to no coalition, which a million of them would ask for one by one: they go with its budget here.
CREATE FUNCTION contact_marks_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM contact_marks WHERE coalition_id = OLD.coalition_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_budgets_end AFTER DELETE ON contact_budgets
FOR EACH ROW EXECUTE FUNCTION contact_marks_end();
