import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '../context.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { mailboxOf } from './mailboxes.ts';

/** Which mail came back, and from which mailbox. */
export type ReturnToken = { mailId: string; mailboxKey: string };

/** Bytes of a mail's id, of a mailbox's key, and of the seal over both: 48 characters in base32. */
const [ID, KEY, SEAL] = [16, 8, 6];
const TOKEN_LENGTH = ((ID + KEY + SEAL) * 8) / 5;

/**
 * A mailbox as returns know it: the first 8 bytes of an HMAC-SHA-256 of `mailboxOf`, in hex. Nobody reads an address from
 * it; who has one finds its key.
 */
export function mailboxKey({ settings }: Pick<House, 'settings'>, address: string): string {
  return hmac(settings.secret, 'mailbox', mailboxOf(address)).subarray(0, KEY).toString('hex');
}

/** The token in the address that a mail comes back to: of small letters and digits, as no server must keep the case. */
export function sealReturn(secret: string, { mailId, mailboxKey: key }: ReturnToken): string {
  const said = Buffer.from(mailId.replaceAll('-', '') + key, 'hex');
  return toBase32(Buffer.concat([said, sealOf(secret, said)]));
}

/** What a token says; null when its seal is not ours. */
export function openReturn(secret: string, token: string): ReturnToken | null {
  const bytes = token.length === TOKEN_LENGTH ? fromBase32(token.toLowerCase()) : null;
  if (!bytes) return null;
  const said = bytes.subarray(0, ID + KEY);
  if (!timingSafeEqual(bytes.subarray(ID + KEY), sealOf(secret, said))) return null;
  const id = said.toString('hex', 0, ID);
  const mailId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { mailId, mailboxKey: said.toString('hex', ID) };
}

/** The envelope sender of a mail, by which a report of it finds it again (VERP); undefined without `RETURN_ADDRESS`. */
export function returnPathOf(house: Pick<House, 'settings'>, id: string, to: string): string | undefined {
  const { returnAddress, secret } = house.settings;
  if (!returnAddress) return undefined;
  const token = sealReturn(secret, { mailId: id, mailboxKey: mailboxKey(house, to) });
  return returnAddress.replace('@', `+${token}@`);
}

/** The token in an address that mail came to; null in any other address. */
export function tokenIn({ settings }: Pick<House, 'settings'>, address: string): ReturnToken | null {
  const { returnAddress, secret } = settings;
  if (!returnAddress) return null;
  const [name = '', domain = ''] = returnAddress.split('@');
  const small = address.toLowerCase();
  const isOurs = small.startsWith(`${name}+`) && small.endsWith(`@${domain}`);
  return isOurs ? openReturn(secret, small.slice(name.length + 1, -domain.length - 1)) : null;
}

function sealOf(secret: string, said: Buffer): Buffer {
  return hmac(secret, 'return', said).subarray(0, SEAL);
}

function hmac(secret: string, purpose: string, said: string | Buffer): Buffer {
  return createHmac('sha256', secret).update(`${purpose}:`).update(said).digest();
}
