/** Whether the bytes begin as a JPEG, PNG, WebP or AVIF does. Names and declared types are anyone's claim. */
export function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString(
    'latin1',
  );
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) ||
    // The brand says which of the many kinds of ISO media it is; `avis` is a moving one.
    (start.startsWith('ftyp', 4) && /^avi[fs]/.test(start.slice(8)))
  );
}
