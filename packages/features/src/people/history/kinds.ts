import type { ContactKind } from '../notes/contacts.ts';

/** What a note of having spoken with somebody is in their history. */
export const CONTACTED = {
  call: 'called',
  meeting: 'met',
  text: 'texted',
  letter: 'wrote',
} as const satisfies Record<ContactKind, string>;

/** The kinds of lines in a person's history, by what somebody looks for. */
export const historyGroups = {
  actions: ['signed', 'confirmed', 'withdrew'],
  events: ['rsvped', 'cancelled', 'came', 'came-elsewhere', 'missed'],
  membership: ['joined', 'left'],
  contact: ['mailed', 'mail-waits', 'mail-refused', ...Object.values(CONTACTED)],
  mail: [
    ...(['subscribed', 'unsubscribed', 'agreed', 'refused'] as const),
    ...(['wanted-monthly', 'wanted-campaigns', 'wanted-all'] as const),
  ],
  record: [
    'added',
    'imported',
    'entered',
    'corrected',
    'recorded',
    'recorded-apart',
    'noted',
    'merged',
    'parted',
  ],
} as const;
export type HistoryGroup = keyof typeof historyGroups;
