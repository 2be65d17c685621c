ALTER TABLE "compact_uses" DROP CONSTRAINT "compact_uses_kind";--> statement-breakpoint
ALTER TABLE "compact_uses" DROP CONSTRAINT "compact_uses_state";--> statement-breakpoint
ALTER TABLE "compact_uses" DROP CONSTRAINT "compact_uses_clause_known";--> statement-breakpoint
ALTER TABLE "compact_uses" DROP CONSTRAINT "compact_uses_title_length";--> statement-breakpoint
ALTER TABLE "compact_uses" ADD COLUMN "asked_side" text DEFAULT 'writer' NOT NULL;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD COLUMN "in_common" integer;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD COLUMN "counted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD COLUMN "is_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "compact_uses_counted" ON "compact_uses" USING btree ("compact_id","counted_at") WHERE "compact_uses"."counted_at" is not null;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_asked_side" CHECK ("compact_uses"."asked_side" in ('group', 'writer')) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_letters_by_writer" CHECK ("compact_uses"."kind" = 'overlap' or "compact_uses"."asked_side" = 'writer') NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_overlap" CHECK (("compact_uses"."state" = 'counted') = ("compact_uses"."counted_at" is not null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_in_common" CHECK ("compact_uses"."in_common" is null or ("compact_uses"."in_common" >= 50 and "compact_uses"."counted_at" is not null)) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_title" CHECK (("compact_uses"."kind" = 'letter') = ("compact_uses"."title" <> '')) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_kind" CHECK ("compact_uses"."kind" in ('letter', 'overlap')) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_state" CHECK ("compact_uses"."state" in ('asked', 'agreed', 'declined', 'withdrawn', 'lapsed', 'sent', 'counted', 'stopped', 'refused')) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_clause_known" CHECK ("compact_uses"."clause" in ('most-a-year', 'until', 'ended', 'fields', 'notice', 'too-soon', 'unanswered')) NOT VALID;--> statement-breakpoint
ALTER TABLE "compact_uses" ADD CONSTRAINT "compact_uses_title_length" CHECK (length("compact_uses"."title") <= 150) NOT VALID;