import type { House } from '../../context.ts';
import { openSealedId, sealedId } from '../../site/tokens.ts';

type Sealing = Pick<House, 'settings'>;

const CALENDAR_SEAL = 'own-calendar';

/** The address under which a calendar program reads somebody’s events, with no account. */
export function ownCalendarUrl({ settings }: Sealing, id: string): string {
  return `${settings.publicUrl}/calendars/${sealedId(settings.secret, CALENDAR_SEAL, id)}.ics`;
}

/** The id in such an address; null where the seal is not ours. */
export function openCalendarSeal({ settings }: Sealing, sealed: string): string | null {
  return openSealedId(settings.secret, CALENDAR_SEAL, sealed);
}
