CREATE TABLE "campaign_frames" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"sponsor_id" uuid,
	"slug" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"ask" text NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"story_html" text,
	"story_html_of" text,
	"issues" text[] DEFAULT '{}' NOT NULL,
	"picture_key" text,
	"picture_alt" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"withdrawn_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"refused_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"link_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_frames_slug" UNIQUE("campaign_id","slug"),
	CONSTRAINT "campaign_frames_slug_form" CHECK ("campaign_frames"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("campaign_frames"."slug") <= 80),
	CONSTRAINT "campaign_frames_label_length" CHECK (length("campaign_frames"."label") <= 80),
	CONSTRAINT "campaign_frames_title_length" CHECK (length("campaign_frames"."title") between 2 and 120),
	CONSTRAINT "campaign_frames_ask_length" CHECK (length("campaign_frames"."ask") between 1 and 300),
	CONSTRAINT "campaign_frames_story_length" CHECK (length("campaign_frames"."story") <= 30000),
	CONSTRAINT "campaign_frames_picture_alt_length" CHECK (length("campaign_frames"."picture_alt") <= 200),
	CONSTRAINT "campaign_frames_answer_length" CHECK (length("campaign_frames"."answer") <= 500),
	CONSTRAINT "campaign_frames_issue_count" CHECK (cardinality("campaign_frames"."issues") <= 6),
	CONSTRAINT "campaign_frames_taken_off" CHECK (("campaign_frames"."state" = 'withdrawn') = ("campaign_frames"."withdrawn_by" is not null)),
	CONSTRAINT "campaign_frames_published_whole" CHECK ("campaign_frames"."state" <> 'published' or "campaign_frames"."published_at" is not null),
	CONSTRAINT "campaign_frames_sponsors_ask" CHECK ("campaign_frames"."state" <> 'asked' or "campaign_frames"."sponsor_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "campaign_frame_figures" (
	"frame_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"told_count" integer NOT NULL,
	CONSTRAINT "campaign_frame_figures_frame_id_group_id_pk" PRIMARY KEY("frame_id","group_id")
);
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "frame_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_frames" ADD CONSTRAINT "campaign_frames_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_frames" ADD CONSTRAINT "campaign_frames_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_frames" ADD CONSTRAINT "campaign_frames_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_frames" ADD CONSTRAINT "campaign_frames_by_sponsor" FOREIGN KEY ("campaign_id","sponsor_id") REFERENCES "public"."campaign_sponsors"("campaign_id","group_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_frame_figures" ADD CONSTRAINT "campaign_frame_figures_frame_id_campaign_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."campaign_frames"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_frame_figures" ADD CONSTRAINT "campaign_frame_figures_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_frames_of_sponsor" ON "campaign_frames" USING btree ("sponsor_id","campaign_id") WHERE "campaign_frames"."sponsor_id" is not null;--> statement-breakpoint
CREATE INDEX "campaign_frames_of_link" ON "campaign_frames" USING btree ("link_id");--> statement-breakpoint
CREATE INDEX "campaign_frames_by_account" ON "campaign_frames" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "campaign_frame_figures_of_group" ON "campaign_frame_figures" USING btree ("group_id");--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_frame_id_campaign_frames_id_fk" FOREIGN KEY ("frame_id") REFERENCES "public"."campaign_frames"("id") ON DELETE set null ON UPDATE no action NOT VALID;--> statement-breakpoint
CREATE INDEX "signatures_by_frame" ON "signatures" USING btree ("frame_id","group_id") WHERE "signatures"."frame_id" is not null;