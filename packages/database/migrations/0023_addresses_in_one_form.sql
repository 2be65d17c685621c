ALTER TABLE "campaigns" DROP CONSTRAINT "campaigns_title_length";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_title_length";--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_title_length" CHECK (length("campaigns"."title") between 2 and 120);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_title_length" CHECK (length("events"."title") between 2 and 120);
--> statement-breakpoint
-- By hand
-- One mailbox, one text (features/src/addresses.ts): composed, in small letters, without signs that nobody sees, its
-- domain in its own letters. RFC 3492, 6.2 reads punycode; what it cannot read stays as it is.
CREATE FUNCTION pg_temp.in_letters(label text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  coded text := substr(label, 5);
  dash int := length(coded) - strpos(reverse(coded), '-') + 1;
  letters text := CASE WHEN strpos(coded, '-') > 0 THEN left(coded, dash - 1) ELSE '' END;
  at int := CASE WHEN strpos(coded, '-') > 0 THEN dash + 1 ELSE 1 END;
  n int := 128; i int := 0; bias int := 72;
  before int; weight int; k int; t int; digit int; delta int; count int;
BEGIN
  IF label !~ '^xn--[a-z0-9-]+$' THEN RETURN label; END IF;
  WHILE at <= length(coded) LOOP
    before := i; weight := 1; k := 36;
    LOOP
      digit := strpos('abcdefghijklmnopqrstuvwxyz0123456789', substr(coded, at, 1)) - 1;
      IF digit < 0 OR at > length(coded) THEN RETURN label; END IF;
      at := at + 1;
      i := i + digit * weight;
      t := least(greatest(k - bias, 1), 26);
      EXIT WHEN digit < t;
      weight := weight * (36 - t);
      k := k + 36;
    END LOOP;
    count := length(letters) + 1;
    delta := (i - before) / CASE WHEN before = 0 THEN 700 ELSE 2 END;
    delta := delta + delta / count;
    k := 0;
    WHILE delta > 455 LOOP delta := delta / 35; k := k + 36; END LOOP;
    bias := k + 36 * delta / (delta + 38);
    n := n + i / count;
    i := i % count;
    letters := left(letters, i) || chr(n) || substr(letters, i + 1);
    i := i + 1;
  END LOOP;
  -- Joiners may hold a word together, and stay in punycode.
  RETURN CASE WHEN letters ~ '[\u200c\u200d]' THEN label ELSE letters END;
EXCEPTION WHEN others THEN RETURN label;
END $$;--> statement-breakpoint
CREATE FUNCTION pg_temp.in_one_form(address text) RETURNS text LANGUAGE sql AS $$
  SELECT split_part(plain, '@', 1) || '@' || (
    SELECT string_agg(pg_temp.in_letters(label), '.' ORDER BY place)
    FROM regexp_split_to_table(rtrim(split_part(plain, '@', 2), '.'), '\.') WITH ORDINALITY parts (label, place))
  FROM (SELECT lower(normalize(regexp_replace(btrim(address), '[\u00ad\u034f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]+', '', 'g'), NFKC))) made (plain)
$$;--> statement-breakpoint
-- The few whose text is not plain ASCII already. Two people of one group who turn out to be one stay two: no migration
-- knows which of two records is right.
DO $$
DECLARE left_count bigint;
BEGIN
  CREATE TEMPORARY TABLE other_forms ON COMMIT DROP AS
    SELECT id, group_id, email, pg_temp.in_one_form(email) AS kept FROM people
    WHERE email ~ '[^\u0001-\u007f]|[@.]xn--|\.$';
  DELETE FROM other_forms WHERE email = kept;
  UPDATE people SET email = other.kept FROM other_forms other
    WHERE people.id = other.id
      AND NOT EXISTS (SELECT FROM people known WHERE known.group_id = other.group_id AND known.email = other.kept)
      AND NOT EXISTS (SELECT FROM other_forms twin
        WHERE twin.group_id = other.group_id AND twin.kept = other.kept AND twin.id < other.id);
  SELECT count(*) INTO left_count FROM other_forms other JOIN people ON people.id = other.id AND people.email = other.email;
  IF left_count > 0 THEN
    RAISE WARNING '% people have an address that another of their group has in another form; they stay two', left_count;
  END IF;
END $$;--> statement-breakpoint
UPDATE accounts SET email = pg_temp.in_one_form(email)
  WHERE email ~ '[^\u0001-\u007f]|[@.]xn--|\.$'
    AND NOT EXISTS (SELECT FROM accounts known WHERE known.email = pg_temp.in_one_form(accounts.email));--> statement-breakpoint
UPDATE email_changes SET email = pg_temp.in_one_form(email) WHERE email ~ '[^\u0001-\u007f]|[@.]xn--|\.$';--> statement-breakpoint
UPDATE account_openings SET email = pg_temp.in_one_form(email) WHERE email ~ '[^\u0001-\u007f]|[@.]xn--|\.$';--> statement-breakpoint
UPDATE account_invitations SET email = pg_temp.in_one_form(email) WHERE email ~ '[^\u0001-\u007f]|[@.]xn--|\.$';--> statement-breakpoint
UPDATE mails SET to_address = pg_temp.in_one_form(to_address) WHERE to_address ~ '[^\u0001-\u007f]|[@.]xn--|\.$';
