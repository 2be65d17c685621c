import type { ContactKind } from '../notes/contacts.ts';

/** What a note of having spoken with somebody is in their history. */
export const CONTACTED = {
  call: 'called',
  meeting: 'met',
  text: 'texted',
  letter: 'wrote',
} as const satisfies Record<ContactKind, string>;

/** What came back of a letter. */
const RETURNED = ['mail-returned', 'mail-put-off', 'mail-blocked', 'complained'] as const;

/** The kinds of lines in a person's history, by what somebody looks for. */
export const historyGroups = {
  actions: ['signed', 'confirmed', 'withdrew'],
  events: ['rsvped', 'cancelled', 'came', 'came-elsewhere', 'missed'],
  membership: ['joined', 'began-ladder', 'left'],
  contact: [
    ...([
      'mailed',
      'mailed-budgeted',
      'mail-waits',
      'mail-refused',
      'answered-mail',
      'written-back',
    ] as const),
    ...RETURNED,
    ...Object.values(CONTACTED),
  ],
  mail: [
    ...(['subscribed', 'unsubscribed', 'agreed', 'refused'] as const),
    ...(['wanted-monthly', 'wanted-campaigns', 'wanted-all', 'refused-writer', 'wanted-writer'] as const),
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
