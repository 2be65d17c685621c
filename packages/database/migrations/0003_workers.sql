ALTER TABLE "worker_reports" ADD COLUMN "waiting_seconds" integer;--> statement-breakpoint
ALTER TABLE "worker_reports" ADD COLUMN "version" text;--> statement-breakpoint
ALTER TABLE "worker_reports" ADD COLUMN "started_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_reports" ADD COLUMN "left_at" timestamp with time zone;