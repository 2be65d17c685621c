import { createHash, createVerify, type KeyLike } from 'node:crypto';

type Tags = Record<string, string>;
type SeenSignature = { holds: boolean; tags: Tags };

/**
 * The signatures of a message, first to last, and whether each holds: written from RFC 6376 (relaxed/relaxed, rsa-sha256),
 * apart from the code that signs. `keyOf` answers the public key for a signature's tags.
 */
export function verifySignatures(raw: string, keyOf: (tags: Tags) => KeyLike): SeenSignature[] {
  const split = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const bodyHash = createHash('sha256')
    .update(relaxedBody(raw.slice(split + 4)))
    .digest('base64');
  return fields
    .filter((field) => /^dkim-signature:/i.test(field))
    .map((signature) => {
      const tags = tagsOf(signature);
      const verifier = createVerify('sha256').update(signedText(fields, signature, tags));
      const holds = bodyHash === tags.bh && verifier.verify(keyOf(tags), tags.b ?? '', 'base64');
      return { holds, tags };
    });
}

function tagsOf(signature: string): Tags {
  const pairs = relaxedValue(signature)
    .split(';')
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).replaceAll(/\s/g, '')];
    }),
  );
}

function signedText(fields: string[], signature: string, tags: Tags): string {
  const unsigned = relaxedValue(signature).replace(/(;\s*b=)[^;]*/, '$1');
  // From the bottom up; one that is named and not there is the empty string (5.4.2).
  const left = [...fields];
  const signed = (tags.h ?? '').split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name}:`));
    return at === -1 ? [] : left.splice(at, 1).map((field) => `${name}:${relaxedValue(field)}`);
  });
  return [...signed, `dkim-signature:${unsigned.trimEnd()}`].join('\r\n');
}

function relaxedValue(field: string): string {
  return field
    .slice(field.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return `${lines.join('\r\n')}\r\n`;
}
