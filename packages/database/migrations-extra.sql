-- Words as people search for them: lower case, without accents, vowel marks or hamzas. The bodies are bound when made
-- ("return"), so that a restored dump computes them under any search_path.
CREATE FUNCTION searchable(words text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN octet_length(words) = length(words) THEN lower(words)
    ELSE lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f\u064b-\u065f\u0670]+', '', 'g')) END;
--> statement-breakpoint
-- What a person is found by: each word of the name, whole and in its parts (without the Arabic article), the email,
-- the later parts of its name, and its host. Searches match the beginnings of words.
CREATE FUNCTION person_words(name text, email text) RETURNS tsvector IMMUTABLE PARALLEL SAFE
  RETURN array_to_tsvector(array_remove(array_remove(
    regexp_split_to_array(searchable(name), '\s+')
    || regexp_split_to_array(searchable(name), '(^|[\s.,;()''’"/_-]+)(ال)?')
    || regexp_split_to_array(substring(searchable(email) from '^[^@._+-]+[._+-]([^@]+)@'), '[._+-]+')
    || searchable(email)
    || split_part(searchable(email), '@', 2), ''), NULL));
