ALTER TABLE "imports" ALTER COLUMN "findings" SET DEFAULT '{"yesCount":0,"noes":{"said":0,"do-not-contact":0,"bad-address":0,"blank":0,"unclear":0},"otherNoCount":0,"textYesCount":0,"cameCount":0,"overruledCount":0,"erasedNoCount":0,"knownByIds":[],"knownCount":0,"dates":[],"isOrderKept":false,"repairedCount":0,"withoutEmailCount":0,"unclear":[],"oddCount":0,"odd":[],"sheet":"","sheetCount":0,"sheets":[]}'::jsonb;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD COLUMN "date_order" text;--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "brings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_people" ADD COLUMN "gave" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people_deeds" ADD COLUMN "is_clearing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What a member was to be told of a view does not go out once it is shared with them no more: ended, removed, or they left.
-- As its key says in segments/notices.ts. One that is being sent at this moment can no longer be stopped.
CREATE FUNCTION view_shares_withdraw_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM mails WHERE id IN (
    SELECT id FROM mails WHERE state <> 'sent' AND group_id = OLD.group_id
      AND key = concat_ws(':', 'view-shared', OLD.view_id, OLD.account_id, to_char(OLD.shared_at AT TIME ZONE 'utc', 'YYYY-MM-DD'))
    FOR UPDATE SKIP LOCKED);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER view_shares_withdraw AFTER DELETE ON view_shares FOR EACH ROW EXECUTE FUNCTION view_shares_withdraw_mail();
