/**
 * A UUIDv7 (RFC 9562) for a message about to be sent: made before it goes, so that sending again is the same message,
 * and ordered by time, which keeps the database's index in order. Works where pages come without TLS, too.
 */
export function makeId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(now) << 16n) | 0x7000n | randomBits(bytes));
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function randomBits(bytes: Uint8Array) {
  return ((BigInt(bytes[6] ?? 0) << 8n) | BigInt(bytes[7] ?? 0)) & 0x0fffn;
}
