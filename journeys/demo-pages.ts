export const GROUP = '/groups/eastside-tenants-union';
const COALITION = '/groups/valley-housing-coalition';
const ALLY = '/allies/st-brigid-parish-pantry';
export const CAMPAIGN = '/campaigns/keep-the-library-branch-open-keep-the-block-online';
/** The same campaign as one of the groups that stand with it tells it. */
const FRAME = `${CAMPAIGN}/frames/nobody-on-this-block-goes-offline`;
export const EVENT = '/events/fill-the-chamber';
/** A letter that organizations sign, and a campaign that deals out by lot. */
const LETTER = '/campaigns/no-branch-closes-before-the-block-is-online';
const BY_LOT = '/campaigns/el-mercado-de-la-calle-9-se-queda';
/** The pages of the demonstration that everybody may open. */
export const PUBLIC_PAGES = [
  ...[
    '/',
    '/campaigns',
    CAMPAIGN,
    `${CAMPAIGN}/thanks`,
    `/embed${CAMPAIGN}`,
    `/embed${CAMPAIGN}/thanks`,
    `${CAMPAIGN}/proof`,
    FRAME,
    `/embed${FRAME}`,
    LETTER,
    BY_LOT,
    '/events',
    '/events?past=true',
    EVENT,
    `${EVENT}/thanks`,
    `/embed${EVENT}`,
    `/embed${EVENT}/thanks`,
  ],
  ...['/groups', GROUP, COALITION, ALLY, '/directory', `${GROUP}/directory`],
  ...['/sign-in', '/open-account'],
  ...['/reset-password', '/privacy', '/source', '/offline'],
];
/** Those of whoever is signed in, organizes and looks after the site. */
export const ORGANIZERS_PAGES = [
  ...[
    '/home',
    '/front',
    '/notices',
    '/account/notices',
    '/mine',
    '/mine?past',
    '/messages',
    '/account',
    '/account/email',
    '/account/password',
    '/account/sessions',
    '/account/leave',
    '/groups/new',
    '/directory/new',
    '/directory?coalition=valley-housing-coalition',
  ],
  ...[
    'people',
    'people?order=name&limit=20&from=m&lines=only:from:source=signature',
    'people?is=came&lines=add:tagged:tag=driver',
    'announcements',
    'greeting',
    'people/lists',
    'people/import',
    'mailings',
    'compacts',
    'compacts/new',
    'members',
    'settings',
    'settings/domain',
    'membership',
    'messages',
    'messages/new',
    'directory/new',
    'targets',
    'targets?search=price',
    'targets/new',
  ].map((place) => `${GROUP}/${place}`),
  ...[`${COALITION}/allies`, `${ALLY}/manage`],
  ...[`${COALITION}/groups`, `${GROUP}/coalitions/valley-housing-coalition`],
  `${GROUP}${CAMPAIGN}`,
  `${GROUP}/events/door-knock-linden-to-9th`,
  '/events/door-knock-linden-to-9th',
  ...['campaigns', 'campaigns/new', 'events', 'events/new'].map((place) => `${GROUP}/${place}`),
  ...[
    `${CAMPAIGN}/manage/poster`,
    `${CAMPAIGN}/manage`,
    `${LETTER}/manage`,
    `${LETTER}/sign-on`,
    `${CAMPAIGN}/edit`,
    `${CAMPAIGN}/manage/frames/new?template=access`,
    `${EVENT}/manage/poster`,
    `${EVENT}/manage`,
    `${EVENT}/edit`,
    `${EVENT}/check-in`,
  ],
  ...['/site', '/site/groups', '/site/accounts', '/site/reports', '/site/allowances'],
  ...['/site/outbox', '/site/invitations', '/site/postcodes', '/site/settings'],
];
