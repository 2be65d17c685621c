CREATE TABLE "mentions" (
	"message_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"how" text NOT NULL,
	"written" text,
	"channel_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "mentions_message_id_account_id_pk" PRIMARY KEY("message_id","account_id"),
	CONSTRAINT "mentions_written" CHECK (("mentions"."written" is not null) = ("mentions"."how" = 'named')),
	CONSTRAINT "mentions_written_length" CHECK (length("mentions"."written") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentions_in_order" ON "mentions" USING btree ("account_id","how","channel_id","seq");--> statement-breakpoint
CREATE INDEX "accounts_by_name" ON "accounts" USING btree (same_letters("name"));--> statement-breakpoint
CREATE INDEX "memberships_by_own_name" ON "memberships" USING btree ("group_id",same_letters("name")) WHERE "memberships"."name" is not null;