import type { CastKey } from './cast.ts';

type Talk = { group: string; channel: string; purpose: string; lines: [CastKey, string][] };

/** What should not stand in a channel, and is reported. */
export const AN_ADDRESS =
  'Boone lives on Garden Street, number 14, the blue door. Somebody should wake him tonight.';

/** What is said in the channels; a line each, oldest first. */
export const talks: Talk[] = [
  {
    group: 'tenants',
    channel: 'branch-campaign',
    purpose: 'Keep the branch open: doors, calls, hearing.',
    lines: [
      ['amina', 'Committee moved its vote to the 14th. That is one more Saturday of doors.'],
      ['luis', '¡Bien! I will redo the turf for Linden, it was too big last time.'],
      ['dev', 'Printer is fixed. 800 postcards, they smell like victory and toner.'],
      ['mei', 'I can take two new people with me on Saturday.'],
      ['luis', 'Perfect. Linden is split in three, pick one: 1 and 3 are open.'],
      ['amina', 'Taking Linden 3. Who has the clipboards?'],
      ['joan', 'They are at the branch, behind the desk. Ask for me.'],
      ['sam', 'The riders will bring twelve people to the chamber.'],
      ['dev', 'Councillor Boone’s office says they had 61 calls today. Keep going.'],
      ['joan', AN_ADDRESS],
      ['amina', 'Turf sheets for Saturday are up.'],
      ['luis', 'Taking Linden 2. I can drive three people from the clinic.'],
      ['rosa', 'Yo llevo café y pan dulce para las diez.'],
      ['nadia', 'Night shift ends at seven, four of us come straight from work. Save us bread.'],
      ['amina', 'Saved. See you on the steps.'],
    ],
  },
  {
    group: 'tenants',
    channel: 'rides',
    purpose: 'Who drives, who needs a seat.',
    lines: [
      ['joan', 'Two seats from the branch to City Hall on the 14th.'],
      ['mei', 'One for me please, with a pram.'],
      ['joan', 'Pram fits.'],
      ['luis', 'Van holds seven. I start at the laundromat at 17:15.'],
    ],
  },
  {
    group: 'vecinas',
    channel: 'general',
    purpose: '',
    lines: [
      ['rosa', 'Compañeras, la reunión es el jueves a las seis. Confirmen quién va.'],
      ['tomas', 'Voy yo y llevo los papeles del permiso.'],
      ['carla', 'La radio puede grabar, si les parece bien.'],
      ['rosa', 'Sí, pero sin nombres, como quedamos.'],
      ['luis', 'De parte de la unión de inquilinos van doce.'],
      ['tomas', 'Nos vemos a las cinco en el puesto de Rosa para repartir turnos de palabra.'],
    ],
  },
  {
    group: 'council',
    channel: 'delegates',
    purpose: '',
    lines: [
      [
        'amina',
        'For Monday: one shared calendar for December, so that we stop stealing each other’s Saturdays.',
      ],
      ['sam', 'Yes. And one page with all the short links for the flyers.'],
      ['rosa', 'El volante en tres idiomas, por favor. El último llegó solo en inglés.'],
      ['nadia', 'I will get the Arabic one checked at the clinic.'],
    ],
  },
  {
    group: 'transit',
    channel: 'late-buses',
    purpose: 'Stop, time, minutes late.',
    lines: [
      ['mei', 'Linden and 9th, 18:20, 31 minutes.'],
      ['sam', 'Depot, 06:40, cancelled. Again.'],
      ['dev', 'Hospital, 22:10, 44 minutes. Eleven of us waiting.'],
    ],
  },
];
