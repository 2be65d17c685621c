import type { House } from '../../context.ts';
import { openText, sealText } from '../../site/tokens.ts';

type Sealing = Pick<House, 'settings'>;

/** An email that somebody asked to add to one record, or to all of who reads a mailbox. */
export type EmailAsked = { email: string } & ({ personId: string } | { mailbox: string });

/** What stands at the end of the link that is mailed to that email, for a day: nobody reads what is in it. */
export function sealEmailAsked({ settings }: Sealing, asked: EmailAsked): string {
  return sealText(settings.secret, PURPOSE, { text: JSON.stringify(asked), minutes: DAY_MINUTES });
}

/** What was asked; null once it has ended, or where it is not ours. */
export function openEmailAsked({ settings }: Sealing, sealed: string): EmailAsked | null {
  const text = openText(settings.secret, PURPOSE, sealed);
  return text === null ? null : (JSON.parse(text) as EmailAsked);
}

const PURPOSE = 'own-email';
const DAY_MINUTES = 24 * 60;
