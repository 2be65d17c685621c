/** The kinds of lines in a person's history, by what somebody looks for. */
export const historyGroups = {
  actions: ['signed', 'confirmed', 'withdrew'],
  events: ['rsvped', 'cancelled', 'came', 'missed'],
  membership: ['joined', 'left'],
  mail: ['subscribed', 'unsubscribed', 'agreed', 'refused', 'mail-waits', 'mail-refused'],
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
