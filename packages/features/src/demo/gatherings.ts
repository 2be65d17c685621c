import type { CastKey } from './cast.ts';

type Gathering = {
  group: string;
  host: CastKey;
  title: string;
  summary: string;
  placeName: string | null;
  /** Days from today (past ones are below zero), and the local hour it begins. */
  day: number;
  hour: number;
  hours: number;
  capacity: number | null;
  /** Whether it serves the group's campaign. */
  serves: boolean;
  comingCount: number;
};

/** By whom (group, host), what (title, summary, place), when (days from today, hour, hours), and the rest if any. */
type PlannedGathering = [
  by: [string, CastKey],
  what: [string, string, string | null],
  when: [number, number, number],
  rest?: Partial<Pick<Gathering, 'capacity' | 'serves' | 'comingCount'>>,
];

/** Twenty gatherings: eight have been, twelve are coming. */
const planned: PlannedGathering[] = [
  [
    ['tenants', 'luis'],
    [
      'Door-knock: Linden to 9th',
      'Pairs, two hours, script in hand. New people go with someone who has done it.',
      'River Branch steps',
    ],
    [2, 10, 3],
    { capacity: 24, serves: true, comingCount: 14 },
  ],
  [
    ['tenants', 'amina'],
    [
      'Fill the chamber',
      'The council votes. Childcare and interpretation in Spanish and Vietnamese.',
      'City Hall, second floor',
    ],
    [6, 18, 3],
    { serves: true, comingCount: 41 },
  ],
  [
    ['tenants', 'dev'],
    [
      'Postcards and soup',
      'We write 400 postcards to four council members.',
      'Above the laundromat, Linden 118',
    ],
    [1, 17, 2],
    { capacity: 20, serves: true, comingCount: 23 },
  ],
  [
    ['tenants', 'amina'],
    [
      'New members evening',
      'What the union does and where you might fit.',
      'Above the laundromat, Linden 118',
    ],
    [12, 18, 2],
  ],
  [
    ['libraries', 'joan'],
    [
      'Story hour with banner painting',
      'Stories for the small ones, paint for everyone.',
      'River Branch, children’s room',
    ],
    [3, 11, 2],
    { capacity: 30, comingCount: 17 },
  ],
  [
    ['libraries', 'joan'],
    ['Budget school: read it in an hour', 'A retired city clerk explains the budget, line by line.', null],
    [4, 19, 1],
    { comingCount: 12 },
  ],
  [
    ['vecinas', 'rosa'],
    ['Reunión en la alcaldía', 'Vamos juntas. Hay transporte desde el mercado.', 'Alcaldía, sala 4'],
    [5, 18, 2],
    { serves: true, comingCount: 28 },
  ],
  [
    ['vecinas', 'tomas'],
    ['Tamalada por el permiso', 'Lo que se junte paga al abogado.', 'Mercado de la calle 9'],
    [9, 16, 4],
    { comingCount: 33 },
  ],
  [
    ['transit', 'sam'],
    ['Count the 27', 'Stand at a stop for an hour and write down what comes.', 'Stop 27, Linden and 9th'],
    [1, 18, 1],
    { capacity: 12, serves: true, comingCount: 8 },
  ],
  [
    ['transit', 'mei'],
    ['Ride to the board meeting', 'All of us, the 6:40, together.', 'Depot gate'],
    [22, 6, 3],
    { serves: true, comingCount: 36 },
  ],
  [
    ['clinic', 'nadia'],
    ['Bargaining team practice', 'We practise saying no.', 'Union hall'],
    [7, 20, 2],
    {
      comingCount: 6,
    },
  ],
  [
    ['juventud', 'carla'],
    ['Radio abierta', 'Trae una canción y una queja.', 'Local del barrio'],
    [4, 17, 2],
    { comingCount: 11 },
  ],
  [
    ['tenants', 'luis'],
    ['Door-knock: the towers', 'Three towers, six pairs.', 'River Branch steps'],
    [-7, 10, 3],
    { capacity: 24, serves: true, comingCount: 19 },
  ],
  [
    ['tenants', 'amina'],
    ['Hearing of the finance committee', 'Bring a neighbour and one sentence.', 'City Hall, room 210'],
    [-3, 17, 2],
    { serves: true, comingCount: 38 },
  ],
  [
    ['tenants', 'dev'],
    ['Know your lease', 'A lawyer, coffee and your contract.', 'Above the laundromat, Linden 118'],
    [-20, 18, 2],
    { comingCount: 16 },
  ],
  [
    ['libraries', 'joan'],
    ['Read-in on the steps', 'We read aloud until they open the doors.', 'River Branch steps'],
    [-12, 9, 2],
    { comingCount: 27 },
  ],
  [
    ['vecinas', 'rosa'],
    ['Asamblea de puestos', 'Quién habla, quién escribe, quién cocina.', 'Mercado de la calle 9'],
    [-9, 19, 2],
    { serves: true, comingCount: 31 },
  ],
  [
    ['transit', 'sam'],
    ['Riders’ breakfast', 'Pancakes at the depot for whoever starts at six.', 'Depot gate'],
    [-5, 6, 2],
    { comingCount: 14 },
  ],
  [
    ['juventud', 'carla'],
    ['Limpieza de la cancha', 'Guantes y bolsas, nosotras ponemos el agua.', 'Cancha del puente'],
    [-15, 10, 3],
    { comingCount: 18 },
  ],
  [
    ['clinic', 'nadia'],
    ['Night-shift coffee', 'For those who come off shift and cannot sleep.', 'Café Lumen'],
    [-2, 7, 1],
    { comingCount: 9 },
  ],
];

export const gatherings: Gathering[] = planned.map(
  ([[group, host], [title, summary, placeName], [day, hour, hours], rest]) => ({
    ...{ group, host, title, summary, placeName, day, hour, hours },
    ...{ capacity: null, serves: false, comingCount: 9, ...rest },
  }),
);
