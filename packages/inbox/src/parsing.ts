import PostalMime, { type Email } from 'postal-mime';

/** So much of a message is read; a report says what it has to say long before. */
export const MOST_BYTES = 262_144;
/** And so many lines: what is made of nothing else takes long to parse. */
const MOST_LINES = 5_000;

type Words = 'text/plain' | 'text/html';
type Value = { parsed: { value: string } };

/**
 * PostalMime, with the words of one kind alone, and those of the other among the attachments: where there are both it makes
 * one of the other, by expressions that take minutes over some HTML.
 */
class OneKind extends PostalMime {
  readonly #kind: Words;

  constructor(kind: Words) {
    super({ forceRfc822Attachments: true, maxNestingDepth: 12, maxHeadersSize: 65_536 });
    this.#kind = kind;
  }

  /** Asked by PostalMime of each part. */
  isInlineTextNode({ contentType, contentDisposition }: { contentType: Value; contentDisposition: Value }) {
    return contentDisposition.parsed.value !== 'attachment' && contentType.parsed.value === this.#kind;
  }
}

/** Parses the beginning of a message, with its words of one kind. Never rejects: null where nothing can be read. */
export async function parseMail(raw: Uint8Array, kind: Words): Promise<Email | null> {
  try {
    return await new OneKind(kind).parse(beginningOf(raw));
  } catch {
    return null;
  }
}

function beginningOf(raw: Uint8Array): Uint8Array {
  const most = raw.subarray(0, MOST_BYTES);
  let end = -1;
  for (let line = 0; line < MOST_LINES; line += 1) {
    end = most.indexOf(10, end + 1);
    if (end === -1) return most;
  }
  return most.subarray(0, end + 1);
}
