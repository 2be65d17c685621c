import { readdirSync, readFileSync } from 'node:fs';

/** All that the fonts of cards can draw. */
export function signsDrawn(folder: URL): Set<number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ttf'));
  return new Set(files.flatMap((name) => [...signsOf(readFileSync(new URL(name, folder)))]));
}

/** Whether nothing of a text would be drawn as a box. What shapes or joins signs, and is not seen, needs no drawing. */
export function isDrawn(text: string, signs: Set<number>): boolean {
  return [...text].every((sign) => /^[\s\p{Cc}\p{Cf}]$/u.test(sign) || signs.has(sign.codePointAt(0) ?? 0));
}

/** The signs that a TrueType file has a drawing for, from its `cmap` (OpenType, format 4). */
function signsOf(font: Buffer): Set<number> {
  const cmap = tableOf(font, 'cmap');
  const signs = new Set<number>();
  for (let place = 0; place < cmap.readUInt16BE(2); place += 1) {
    const at = cmap.readUInt32BE(4 + 8 * place + 4);
    if (cmap.readUInt16BE(at) === 4) readSegments(cmap.subarray(at), signs);
  }
  return signs;
}

function tableOf(font: Buffer, name: string) {
  for (let place = 0; place < font.readUInt16BE(4); place += 1) {
    const entry = font.subarray(12 + 16 * place);
    if (entry.toString('latin1', 0, 4) === name) return font.subarray(entry.readUInt32BE(8));
  }
  throw new Error(`a font without ${name}`);
}

function readSegments(table: Buffer, signs: Set<number>) {
  const size = table.readUInt16BE(6);
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + size + at);
    const delta = table.readUInt16BE(16 + 2 * size + at);
    const rangeAt = 16 + 3 * size + at;
    const offset = table.readUInt16BE(rangeAt);
    for (let sign = start; sign <= end && sign < 0xffff; sign += 1) {
      const glyph = offset === 0 ? sign + delta : table.readUInt16BE(rangeAt + offset + 2 * (sign - start));
      if ((glyph & 0xffff) !== 0) signs.add(sign);
    }
  }
}
