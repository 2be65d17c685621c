CREATE TABLE "direct_blocks" (
	"account_id" uuid NOT NULL,
	"blocked_id" uuid NOT NULL,
	"group_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "direct_blocks_account_id_blocked_id_pk" PRIMARY KEY("account_id","blocked_id"),
	CONSTRAINT "direct_blocks_another" CHECK ("direct_blocks"."account_id" <> "direct_blocks"."blocked_id")
);
--> statement-breakpoint
CREATE TABLE "direct_refusals" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "channel_members" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "channel_members" ADD COLUMN "muted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_blocked_id_accounts_id_fk" FOREIGN KEY ("blocked_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_blocks" ADD CONSTRAINT "direct_blocks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_refusals" ADD CONSTRAINT "direct_refusals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "direct_blocks_of_blocked" ON "direct_blocks" USING btree ("blocked_id");--> statement-breakpoint
CREATE INDEX "direct_blocks_in_group" ON "direct_blocks" USING btree ("group_id");