CREATE TABLE "suppressions" (
	"group_id" uuid NOT NULL,
	"mailbox" text NOT NULL,
	"said_on" date NOT NULL,
	CONSTRAINT "suppressions_group_id_mailbox_pk" PRIMARY KEY("group_id","mailbox")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"overruledCount":0,"erasedNoCount":0,"repairedCount":0,"withoutEmailCount":0,"unclear":[]}'::jsonb;--> statement-breakpoint
ALTER TABLE "suppressions" ADD CONSTRAINT "suppressions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suppressions_oldest" ON "suppressions" USING btree ("said_on");