import type { House } from '../context.ts';
import { sealedId } from '../site/tokens.ts';

/** The link under which a person sees, changes and erases what this group holds about them. */
export function ownRecordUrl({ settings }: Pick<House, 'settings'>, personId: string): string {
  return `${settings.publicUrl}/my-record/${sealedId(settings.secret, 'own-record', personId)}`;
}
