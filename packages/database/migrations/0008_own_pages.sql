CREATE TABLE "people_forgetting" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "forget_after_months" smallint CONSTRAINT "groups_forget_after" CHECK ("groups"."forget_after_months" in (12, 24, 36));--> statement-breakpoint
ALTER TABLE "people_forgetting" ADD CONSTRAINT "people_forgetting_group_id_person_id_people_group_id_id_fk" FOREIGN KEY ("group_id","person_id") REFERENCES "public"."people"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_forgetting_of_group" ON "people_forgetting" USING btree ("group_id","due_at","person_id");--> statement-breakpoint
CREATE INDEX "people_forgetting_due" ON "people_forgetting" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "contact_points_of_mailbox" ON "contact_points" USING btree ("value") WHERE "contact_points"."kind" = 'email' and "contact_points"."proven_at" is not null;--> statement-breakpoint
CREATE INDEX "people_of_mailbox" ON "people" USING btree ("email") WHERE "people"."email" is not null;
