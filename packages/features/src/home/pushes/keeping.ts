import type { House } from '../../context.ts';
import { decryptKept, encryptKept } from '../../site/tokens.ts';
import type { Endpoint } from './posting.ts';

const PURPOSE = 'push-device';

/** How a device is kept: in words that a stolen backup does not tell. */
export function keepEndpoint(
  { settings }: Pick<House, 'settings'>,
  rowId: string,
  endpoint: Endpoint,
): string {
  return encryptKept(settings.secret, PURPOSE, { text: JSON.stringify(endpoint), rowId });
}

/** By what a device is rung; null: it was kept under another secret, with which its key ended too. */
export function endpointOf(
  { settings }: Pick<House, 'settings'>,
  { id, kept }: { id: string; kept: string },
): Endpoint | null {
  const text = decryptKept(settings.secret, PURPOSE, { kept, rowId: id });
  return text === null ? null : (JSON.parse(text) as Endpoint);
}
