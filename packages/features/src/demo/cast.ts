import type { Language } from '@groundwork/words';
import type { NewListing } from '../directory/contract.ts';

/** Who appears by name: they have accounts, one password, and a place in the groups below. */
export const cast = [
  { key: 'amina', name: 'Amina Kassab', language: 'en' },
  { key: 'luis', name: 'Luis Robles', language: 'es' },
  { key: 'dev', name: 'Dev Patel', language: 'en' },
  { key: 'rosa', name: 'Rosa Medina', language: 'es' },
  { key: 'joan', name: 'Joan Whitfield', language: 'en' },
  { key: 'tomas', name: 'Tomás Iglesias', language: 'es' },
  { key: 'mei', name: 'Mei Tran', language: 'en' },
  { key: 'carla', name: 'Carla Duarte', language: 'es' },
  { key: 'sam', name: 'Sam Okafor', language: 'en' },
  { key: 'nadia', name: 'Nadia Haddad', language: 'en' },
] as const satisfies { key: string; name: string; language: Language }[];
export type CastKey = (typeof cast)[number]['key'];

type CastGroup = {
  key: string;
  name: string;
  summary: string;
  about: string;
  accent: string | null;
  joining: 'open' | 'approval' | 'invitation';
  /** What is asked of whoever wants to join. */
  questions?: string[];
  visibility: 'public' | 'unlisted' | 'private';
  steward: CastKey;
  organizers: CastKey[];
  members: CastKey[];
};

/** Six groups of one valley. */
export const castGroups: CastGroup[] = [
  {
    key: 'tenants',
    name: 'Eastside Tenants Union',
    summary: 'Renters east of the river, building by building.',
    about:
      'We are **1,100 households** who found out that a landlord answers faster when the whole stairwell writes.\n\nWe meet on the first Tuesday of the month, above the laundromat on Linden. Children are welcome, and there is soup.',
    accent: '#b3301a',
    joining: 'approval',
    questions: ['Where do you live, and what brings you here?'],
    visibility: 'public',
    steward: 'amina',
    organizers: ['luis', 'dev'],
    members: ['rosa', 'joan', 'mei', 'sam', 'nadia'],
  },
  {
    key: 'libraries',
    name: 'Friends of the River Branch',
    summary: 'Neighbours who keep the library open.',
    about: 'We read to children on Saturdays, fix the printer on Mondays and go to every budget hearing.',
    accent: '#1f5a4a',
    joining: 'open',
    visibility: 'public',
    steward: 'joan',
    organizers: ['amina'],
    members: ['mei', 'sam', 'dev'],
  },
  {
    key: 'vecinas',
    name: 'Vecinas del Mercado',
    summary: 'Vecinas y vendedoras del mercado de la calle 9.',
    about:
      'Somos **62 puestos** y las familias que comemos de ellos. Nos juntamos los jueves al cerrar, detrás del puesto de Rosa.',
    accent: '#7a3e9d',
    joining: 'approval',
    visibility: 'public',
    steward: 'rosa',
    organizers: ['tomas'],
    members: ['carla', 'luis'],
  },
  {
    key: 'transit',
    name: 'Valley Transit Riders',
    summary: 'A bus that comes, for everyone who needs one.',
    about: 'We count late buses, publish the numbers and bring them to the transit board.',
    accent: '#1d4f8c',
    joining: 'open',
    visibility: 'public',
    steward: 'sam',
    organizers: ['mei'],
    members: ['dev', 'nadia', 'joan'],
  },
  {
    key: 'clinic',
    name: 'Clinic Workers Local 12',
    summary: 'Nurses, aides and cleaners of the valley clinics.',
    about: 'Our contract ends in spring. Safe staffing is the first demand, and it is for patients too.',
    accent: '#8a5a00',
    joining: 'invitation',
    visibility: 'public',
    steward: 'nadia',
    organizers: ['sam'],
    members: ['mei'],
  },
  {
    key: 'juventud',
    name: 'Juventud del Valle',
    summary: 'Jóvenes que organizan su barrio.',
    about: 'Cancha, huerto y radio. Tenemos entre 15 y 25 años y las llaves del local los viernes.',
    accent: null,
    joining: 'open',
    visibility: 'public',
    steward: 'carla',
    organizers: ['luis'],
    members: ['tomas', 'dev'],
  },
];

/** The coalition of all of them: who begins it, for which group, and who speaks for the others. */
export const castCoalition = {
  key: 'council',
  name: 'Valley Housing Coalition',
  summary:
    'Tenants, riders, nurses, librarians and market women who decide together and keep their own lists.',
  about: 'One delegate of each group. We meet on the first Friday of the month, and each of us reports back.',
  question: 'Whom do you organize, and where?',
  begun: { group: 'tenants', by: 'amina' },
  delegates: { libraries: 'joan', vecinas: 'rosa', transit: 'sam', clinic: 'nadia', juventud: 'carla' },
  /** How many mails a week its groups together write to one person at most, and which of them keep that. */
  budget: { mostAWeek: 3, kept: ['tenants', 'vecinas'] },
  /** A group with a campaign, and those who stand with it. */
  standing: [
    {
      ...{ home: 'tenants', beside: { clinic: 142, libraries: 68 } },
      /** What one of them says on its page. */
      says: {
        by: 'clinic',
        title: 'We leave the ward at six',
        body: 'Night shift covers for us, so that **thirty of us** stand at the chamber door before the vote.',
      },
      /** How one of them tells it in another way, by which so many of its people come; and what waits for a yes. */
      tells: {
        by: 'libraries',
        count: 43,
        frame: {
          label: 'neighbours without a line at home',
          title: 'Nobody on this block goes offline',
          ask: 'For 1,140 homes east of the river the reading room is the only line that costs nothing.',
          story:
            'Homework, job applications, the clinic’s appointments and the benefit office are on the net. East of the river **1,140 homes** have no line of their own: there is one company, and it wants a deposit.\n\nThey come to the River Branch. The line stays on all night, and people sit on the steps with their phones until two.\n\n“My son does his homework on the stoop,” says Marisol, who lives on Linden Street. “In January too.”\n\nWe ask the council to close nothing before every home has a line that it can pay.',
          issues: ['digital rights', 'internet access'],
        },
        waiting: {
          by: 'clinic',
          label: 'patients who book by phone',
          title: 'Your appointment is on the net',
          ask: 'Since spring the clinic takes no calls before ten. Whoever has no line waits.',
        },
      },
    },
    { home: 'vecinas', beside: { juventud: 31, transit: 7 }, says: null, tells: null },
  ],
  /** What one group holds with another, by whose link so many come. */
  holding: { home: 'tenants', beside: 'vecinas', title: 'Door-knock: Linden to 9th', count: 6 },
  /** What it asks organizations to sign, and who did by whom. */
  letter: {
    title: 'No branch closes before the block is online',
    ask: 'Organizations of the valley ask the council to put every closing off until each of our streets has a line of its own.',
    story:
      'To the members of the City Council:\n\nYour own survey counts **1,140 homes** east of the river without a line. Until that is mended the reading room is where our members look for work, fill in your forms and talk to their doctors.\n\nWe ask you to close no branch before that, and to say in public by when it will be.',
    issues: ['internet access', 'libraries'],
    target: 'The City Council',
    goal: 12,
    signed: [
      { group: 'tenants', by: 'amina', decision: 'Members’ meeting in the laundry room, 38 to 2.' },
      { group: 'libraries', by: 'joan', decision: 'The board of the Friends, all seven.' },
      { group: 'clinic', by: 'nadia', decision: 'Stewards’ council of Local 12.' },
    ],
  },
  /** Beside it, and not on the site. `namedBy`: the group whose campaign says so. */
  ally: {
    page: {
      name: 'St. Brigid Parish Pantry',
      summary: 'Hands out groceries on Thursdays, and knows who is about to lose a flat.',
      contact: 'Parish hall, 9 Canal Street, Thursdays from four',
      link: 'https://pantry.example.org/',
    },
    namedBy: 'tenants',
  },
  mandate: 'Say what our last meeting decided. Bring everything about money back before you vote.',
} as const;

type CastLending = Pick<NewListing, 'side' | 'thing' | 'title' | 'details' | 'howMany' | 'place'> & {
  /** The key of the group that puts it up, and for how many days. */
  group: string;
  days: number;
  /** Else it is for the groups of the coalition. */
  isForAll: boolean;
  /** Who answers; with a reply, it is taken. */
  answers: { by: string; word: string; reply?: string }[];
};

/** What the groups need and offer; the last is the newest. */
export const castLendings: CastLending[] = [
  {
    ...{ group: 'clinic', side: 'offer', thing: 'speaker', isForAll: true, days: 120 },
    title: 'A nurse who speaks about damp flats and lungs',
    details:
      'Twenty minutes and then questions, in English or Spanish, on an evening that is not a Thursday.',
    answers: [],
  },
  {
    ...{ group: 'libraries', side: 'offer', thing: 'room', isForAll: true, days: 200 },
    title: 'The reading room on Sunday evenings',
    ...{ howMany: '60 chairs', place: 'River Branch, ground floor' },
    details: 'Step-free, with a kitchen and a projector. Whoever uses it puts the chairs back.',
    answers: [],
  },
  {
    ...{ group: 'transit', side: 'offer', thing: 'vehicle', isForAll: false, days: 90 },
    title: 'Our van, with somebody who drives it',
    ...{ howMany: 'eight seats and a ramp', place: 'Anywhere in the valley' },
    details: 'We need to know a week ahead, and the tank full afterward.',
    answers: [
      {
        ...{ by: 'vecinas', word: 'Para llevar los puestos a la audiencia, el jueves por la tarde.' },
        reply: 'Yes. Sam drives; be at the depot gate at four.',
      },
    ],
  },
  {
    ...{ group: 'juventud', side: 'need', thing: 'equipment', isForAll: false, days: 40 },
    title: 'Un equipo de sonido para la radio abierta',
    ...{ howMany: 'dos altavoces y un micrófono', place: 'La cancha' },
    answers: [{ by: 'libraries', word: 'We have one loudspeaker and two microphones, from Friday on.' }],
  },
  {
    ...{ group: 'tenants', side: 'need', thing: 'interpreting', isForAll: true, days: 25 },
    title: 'Two people who interpret at the hearing',
    ...{ howMany: 'Spanish and Arabic', place: 'City Hall' },
    details: 'From six to nine in the evening. There is a quiet corner, soup, and a ride home.',
    answers: [],
  },
];
