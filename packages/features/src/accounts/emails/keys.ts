import { createHmac } from 'node:crypto';
import { asStored } from '../../addresses.ts';
import type { House } from '../../context.ts';

/** An email as a keyed hash: counts what happens to a mailbox without keeping its address. */
export function emailKey({ settings }: Pick<House, 'settings'>, email: string): string {
  return createHmac('sha256', settings.secret)
    .update(`email:${asStored(email)}`)
    .digest('base64url');
}
