import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '../context.ts';
import { fromBase32, toBase32 } from './base32.ts';

/** Bytes of a person's id, and of the seal over it: 39 characters in base32. */
const [ID, SEAL] = [16, 8];
const TOKEN_LENGTH = Math.ceil(((ID + SEAL) * 8) / 5);

/** What stands for a person in the address that their answers go to. */
export function sealAnswer(secret: string, personId: string): string {
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
  return toBase32(Buffer.concat([id, sealOf(secret, id), Buffer.alloc(1)])).slice(0, TOKEN_LENGTH);
}

/** The address that answers to a group's mail go to, where they are read here. `token` may be a place for one. */
export function answersTo(returnAddress: string, token: string): string {
  return returnAddress.replace('@', `+${token}@`);
}

/** Whose answers come to an address; null in any other address. */
export function answererOf({ settings }: Pick<House, 'settings'>, address: string): string | null {
  const { returnAddress, secret } = settings;
  if (!returnAddress) return null;
  const [name = '', domain = ''] = returnAddress.split('@');
  const small = address.toLowerCase();
  const isOurs = small.startsWith(`${name}+`) && small.endsWith(`@${domain}`);
  return isOurs ? openAnswer(secret, small.slice(name.length + 1, -domain.length - 1)) : null;
}

function openAnswer(secret: string, token: string): string | null {
  if (token.length !== TOKEN_LENGTH) return null;
  const bytes = fromBase32(token);
  if (bytes?.length !== ID + SEAL) return null;
  const id = bytes.subarray(0, ID);
  if (!timingSafeEqual(bytes.subarray(ID), sealOf(secret, id))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function sealOf(secret: string, id: Buffer): Buffer {
  return createHmac('sha256', secret).update('answer:').update(id).digest().subarray(0, SEAL);
}
