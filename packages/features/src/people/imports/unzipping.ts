import { Unzip, UnzipInflate, zipSync } from 'fflate';

/** More than a workbook of 100,000 rows unfolds into; a small file can unfold into terabytes. */
const MOST_UNZIPPED = 200 * 1_048_576;
/** Bytes that are unfolded at a time: however well they are packed, they come to 64 MB at most. */
const STRETCH = 65_536;

export class TooMuchUnzipped extends Error {}

/**
 * The parts of a workbook that are read, packed anew without compression: what reads them unfolds nothing that was not
 * counted here. Counted while it unfolds, whatever its headings say. Throws TooMuchUnzipped. Null when it is no workbook.
 */
export function unfoldWorkbook(bytes: Uint8Array, most = MOST_UNZIPPED): Uint8Array | null {
  const parts = new Map<string, Uint8Array[]>();
  let count = 0;
  const unzip = new Unzip((file) => {
    if (!PART.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      count += chunk.length;
      if (count > most) throw new TooMuchUnzipped();
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += STRETCH)
    unzip.push(bytes.subarray(from, from + STRETCH), from + STRETCH >= bytes.length);
  if (!parts.has('xl/workbook.xml')) return null;
  const whole = [...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))] as const);
  return zipSync(Object.fromEntries(whole), { level: 0 });
}

/** What says something of cells; pictures and the rest stay packed. */
const PART = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(xml|rels))$/;
