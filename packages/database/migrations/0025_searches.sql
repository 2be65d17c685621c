-- Custom SQL migration file, put your code below! --
--> statement-breakpoint
-- By hand
-- What people are found by, whatever their telephone can type. One notion for every list: name_search() of what was
-- typed, held against name_words() of a name or person_words() of a name and an email.
--
-- Letters without what tells two spellings apart: accents and vowel signs, capitals, the forms of alef, hamza, yeh, kaf
-- and heh, digits of Arabic and Persian, letters with a stroke, signs that nobody sees. Under every locale the same.
CREATE FUNCTION same_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words COLLATE pg_c_utf8)
    ELSE replace(replace(replace(replace(translate(
      normalize(lower(regexp_replace(normalize(words, NFKD),
        '[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]+', '', 'g')
        COLLATE pg_c_utf8), NFC),
      'ıłøđðħŧŋςʻʼʾʿٱیىېےکڪةہھە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ء',
      'iloddhtnσ''''''''اييييككهههه01234567890123456789'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') END;--> statement-breakpoint
-- The words of a text, where blanks, hyphens, apostrophes and other signs of any script stand between them.
CREATE FUNCTION parts_of(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_remove(regexp_split_to_array(same_letters(words),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u02b9-\u02ba\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u3000-\u3004\u3008-\u3020\u3030\u30fb\uff00-\uff0f]+'), '');--> statement-breakpoint
-- What a name is found by, as the beginnings of these: each of its words, with and without the Arabic article; two that
-- stand side by side as one, since "Abdul Rahman", "Abdul-Rahman" and "Abdulrahman" are one name; and where a script has
-- no blanks (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese), the rest of the word from each of its letters on, so
-- that one letter from anywhere in it is the beginning of something, in the same index. One sign may stand for eighteen
-- letters, and a word that is looked up has at most 2,046 bytes.
CREATE FUNCTION words_in(name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  found text[] := '{}';
  part text; before text;
BEGIN
  FOREACH part IN ARRAY parts_of(name) LOOP
    part := left(part, 100);
    found := found || part;
    IF before IS NOT NULL THEN found := found || (before || part); END IF;
    before := part;
    CONTINUE WHEN octet_length(part) = length(part);
    IF part ~ '^ال.{2}' THEN found := found || substr(part, 3); END IF;
    IF part ~ '[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]' THEN
      found := found || ARRAY(SELECT substr(part, at) FROM generate_series(2, length(part)) at);
    END IF;
  END LOOP;
  RETURN found;
END $$;--> statement-breakpoint
CREATE FUNCTION name_words(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
  RETURN array_to_tsvector(words_in(name));--> statement-breakpoint
-- The same with an email: whole, the later parts of its name, and its host.
CREATE OR REPLACE FUNCTION person_words(name text, email text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
  RETURN array_to_tsvector(array_remove(array_remove(
    words_in(name)
    || regexp_split_to_array(substring(same_letters(email) from '^[^@._+-]+[._+-]([^@]+)@'), '[._+-]+')
    || left(same_letters(email), 250)
    || split_part(same_letters(email), '@', 2), ''), NULL));--> statement-breakpoint
-- What was typed into a search: every word begins some word, in any order, or all of them written as one do. A word with
-- the signs of an address may be the beginning of one. Nothing to look for finds nobody.
CREATE FUNCTION name_search(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  word text; part text; parts text[]; plain text; way text; ways text := '';
  joined text := left(array_to_string(parts_of(typed), ''), 200);
BEGIN
  FOREACH word IN ARRAY regexp_split_to_array(typed, '[\s,;،؛]+') LOOP
    parts := parts_of(word);
    CONTINUE WHEN cardinality(parts) = 0;
    way := '';
    FOREACH part IN ARRAY parts LOOP
      part := left(part, 100);
      way := concat_ws(' & ', nullif(way, ''), CASE WHEN part ~ '^ال.{2}'
        THEN format('(''%s'':* | ''%s'':*)', part, substr(part, 3)) ELSE format('''%s'':*', part) END);
    END LOOP;
    plain := left(regexp_replace(same_letters(word), '^@|[''\\]', '', 'g'), 250);
    IF plain ~ '[@._+-]' THEN way := format('(%s | ''%s'':*)', way, plain); END IF;
    ways := concat_ws(' & ', nullif(ways, ''), format('(%s)', way));
  END LOOP;
  IF ways = '' THEN RETURN ''::tsquery; END IF;
  RETURN format('%s | ''%s'':*', ways, joined)::tsquery;
END $$;--> statement-breakpoint
-- Written anew for everyone, by the new function.
ALTER TABLE people ALTER COLUMN search SET EXPRESSION AS (person_words(name, email));
