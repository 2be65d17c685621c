import type { MailLetter } from '@groundwork/mail';

/** What every mail of figure e says, whoever composes it. */
export const NEWS = {
  title: 'The county votes on the ninth: come and be heard',
  paragraphs: [
    'Since you signed, more than a hundred of us have told the council what an hour at a bus stop in winter is like. On the ninth they vote on a bus every fifteen minutes, and the hall holds two hundred.',
    'We meet at six before the doors, with the banners we painted on Sunday. Three of us will speak: a nurse of the night shift, a student, and whoever among you writes to us first.',
    'If you cannot come, tell one neighbour who can. The last vote was lost by two, and both of those said that nobody had come.',
  ],
};

/** One of many, each with a name, an address and links of their own. */
export type Receiver = { name: string; address: string; seal: string };

function receiverOf(n: number): Receiver {
  return { name: `Ana García ${n}`, address: `person${n}@mail.test`, seal: `${n}.${'s'.repeat(90)}` };
}

export function letterTo({ name, seal }: Receiver): MailLetter {
  return {
    language: 'en',
    direction: 'ltr',
    siteName: 'Valley Coalition',
    heading: NEWS.title,
    paragraphs: [`Dear ${name},`, ...NEWS.paragraphs],
    button: { label: 'Read it on the page', url: `http://localhost:3000/campaigns/more-buses?by=${seal}` },
    footer: [
      'You get this because you signed “More buses for the valley” and agreed to mail from Neighbours 1.',
    ],
    unsubscribe: {
      label: 'No more mail from Neighbours 1',
      url: `http://localhost:3000/unsubscribe/${seal}`,
    },
  };
}

export function oneClickOf({ seal }: Receiver): string {
  return `http://localhost:3000/api/v1/unsubscriptions/${seal}`;
}

export const SENDER = 'Valley Coalition <hello@valley.test>';
export type Signing = { domainName: string; keySelector: string; privateKey: string };
/** So many letters to this server. Whoever sends them keeps five connections, as the site's worker does. */
export type MailingTask = { smtpUrl: string; count: number; signing: Signing | null };

/** Ten under way at a time: none of the five connections ever waits for the next letter. */
export async function toEach(count: number, send: (receiver: Receiver) => Promise<unknown>): Promise<null> {
  let n = 0;
  const next = async () => {
    while (n < count) await send(receiverOf((n += 1)));
  };
  await Promise.all(Array.from({ length: 10 }, next));
  return null;
}
