import type { NewCampaign } from '../campaigns/contract.ts';
import type { Language } from '@groundwork/words';

type Cause = {
  group: string;
  language: Language;
  campaign: NewCampaign;
  /** How many sign, and over how many days. */
  signatureCount: number;
  days: number;
  updates: { title: string; body: string }[];
  comments: string[];
};

/** The coalition's campaigns; 3,000 signatures together. */
export const causes: Cause[] = [
  {
    group: 'tenants',
    language: 'en',
    signatureCount: 1412,
    days: 38,
    campaign: {
      action: 'petition',
      title: 'Keep the library branch open, keep the block online',
      ask: 'For 4,100 households on our side of the river the branch is the only free broadband there is. The council votes on 14 December.',
      story:
        'The budget saves $310,000 by closing one building. It costs the block its homework desk, its job applications and its only public toilet.\n\n## What we asked\n\nWe asked 600 neighbours what they use it for:\n\n- 71% to print or send something they cannot do on a phone\n- 44% to help a child with homework\n- 38% to be somewhere warm\n\n## What we want\n\nThe branch keeps its **forty hours a week** and its two librarians. The money exists: it is the same sum that the parking garage lost last year.',
      issues: ['housing', 'internet access', 'libraries'],
      target: 'The City Council',
      goal: 2000,
      asksPostcode: true,
      sharing: 'choice',
    },
    updates: [
      {
        title: 'The finance committee postponed its vote',
        body: 'After 140 people came to the hearing, the committee asked for *one more week*. That is one more week of doors. See you on Saturday.',
      },
      {
        title: 'Two council members are with us',
        body: 'Councillor Reyes and Councillor Boone said in public that they will vote to keep the branch. Four are undecided.',
      },
    ],
    comments: [
      'I wrote my first CV there.',
      'My son does his homework at the big table.',
      'The only place on the block with heating and no bill.',
      'Miss Joan taught me to read English in that room.',
    ],
  },
  {
    group: 'vecinas',
    language: 'es',
    signatureCount: 803,
    days: 26,
    campaign: {
      action: 'petition',
      title: 'El mercado de la calle 9 se queda',
      ask: 'La ciudad quiere cambiar 62 puestos por un estacionamiento. Comemos de este mercado, y el barrio también.',
      story:
        'El permiso vence en febrero y nadie nos llamó para hablar.\n\n## Qué pedimos\n\n1. Que se renueve el permiso por diez años.\n2. Que haya agua y baños, como en cualquier mercado.\n3. Que las vendedoras estén en la mesa cuando se decida.\n\nEl mercado da de comer a **340 familias**. Un estacionamiento da de comer a nadie.',
      issues: ['vivienda', 'trabajo'],
      target: 'La oficina de permisos',
      goal: 1000,
      sharing: 'proportional',
    },
    updates: [
      {
        title: 'La alcaldesa vino al mercado',
        body: 'Compró tamales, escuchó media hora y prometió una reunión. Vamos todas: **jueves a las 18:00**.',
      },
    ],
    comments: ['Aquí crecí.', 'Mi abuela vende flores desde 1984.', 'Sin el mercado, la calle se apaga.'],
  },
  {
    group: 'transit',
    language: 'en',
    signatureCount: 521,
    days: 19,
    campaign: {
      action: 'pledge',
      title: 'Ride together on the 14th',
      ask: 'On 14 December we all take the 6:40 bus to the board meeting, and let them count us.',
      pledgeText: 'I will be on the 6:40 bus on 14 December, with my ticket and my neighbour.',
      story:
        'The board says that nobody rides the 27 after dark. We know who rides it: nurses, cooks, night-school students.\n\nSo on the 14th we get on, all of us, at the same time. Bring a scarf in any colour and a number on paper: how many minutes you waited last week.',
      issues: ['transit'],
      target: 'The Transit Board',
      goal: 600,
    },
    updates: [],
    comments: ['I clean the hospital at night. This is my bus.', 'Forty minutes on Tuesday. In the rain.'],
  },
  {
    group: 'clinic',
    language: 'en',
    signatureCount: 264,
    days: 12,
    campaign: {
      action: 'petition',
      title: 'One nurse, four patients',
      ask: 'Safe staffing in every valley clinic, written into the contract.',
      story:
        'On a bad night one of us looks after eleven people. Nobody can do that well, and nobody should have to apologise for it.\n\nWe ask our patients and their families to say it with us before bargaining opens.',
      issues: ['health', 'work'],
      target: 'Valley Clinics, Inc.',
      goal: 500,
    },
    updates: [],
    comments: ['They were kind to my mother, and they were running.'],
  },
];
