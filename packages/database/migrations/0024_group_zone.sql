ALTER TABLE "groups" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;
--> statement-breakpoint
-- By hand
-- Groups that stand have the zone of the steward who has been there for longest.
UPDATE groups home SET time_zone = steward.time_zone
FROM (
  select distinct on (own.group_id) own.group_id, account.time_zone
  from memberships own join accounts account on account.id = own.account_id
  where own.role = 'steward' order by own.group_id, own.joined_at, own.account_id
) steward WHERE steward.group_id = home.id;
--> statement-breakpoint
-- The day that it is in a zone; in UTC where this server has never heard of it.
CREATE FUNCTION today_in(zone text) RETURNS date LANGUAGE plpgsql STABLE AS $$
begin
  return (now() at time zone zone)::date;
exception when invalid_parameter_value then
  return (now() at time zone 'utc')::date;
end
$$;
