CREATE TABLE "group_invitation_addressees" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"language" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_invitation_addressees_role" CHECK ("group_invitation_addressees"."role" in ('member', 'organizer'))
);
--> statement-breakpoint
ALTER TABLE "account_openings" ADD COLUMN "wish" jsonb;--> statement-breakpoint
ALTER TABLE "group_invitation_addressees" ADD CONSTRAINT "group_invitation_addressees_invitation_id_group_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."group_invitations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_invitation_addressees" ADD CONSTRAINT "group_invitation_addressees_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "group_invitation_addressees_mailbox" ON "group_invitation_addressees" USING btree ("group_id","email");