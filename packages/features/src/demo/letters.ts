import type { Language } from '@groundwork/words';
import type { CompositionPurpose, ExperimentInput } from '../compositions/contract.ts';

type Text = { language: Language; subject: string; preheader: string; body: string };
/** `lines`: whom it is for, given the id of the union's campaign. */
type DemoLetter = { lines: (campaignId: string) => string; purpose: CompositionPurpose; texts: Text[] };

/** With what new members are greeted: kept as a template. */
export const welcome: DemoLetter = {
  lines: () => 'add:member;only:added:days=30',
  purpose: 'membership',
  texts: [
    {
      language: 'en',
      subject: 'Welcome to the Eastside Tenants Union',
      preheader: 'What we do, when we meet, and the soup.',
      body: `Dear {{first name|friend}},

good that you are here. We are the renters east of the river, building by building, and a landlord answers faster when the whole stairwell writes.

- **Meetings**: the first Tuesday of the month, above the laundromat on Linden
- **Children** are welcome, and there is soup
- **Trouble at home?** Answer this mail. One of us answers back.

> Nobody here is an expert. We all learned it from whoever came a month before.

See you on Tuesday
Luis and Amina`,
    },
    {
      language: 'es',
      subject: 'Te damos la bienvenida a la unión de inquilinos',
      preheader: 'Qué hacemos, cuándo nos juntamos, y la sopa.',
      body: `Hola, {{nombre|compa}}:

qué bueno que estás aquí. Somos quienes alquilan al este del río, edificio por edificio, y un casero contesta antes cuando escribe toda la escalera.

- **Reuniones**: el primer martes del mes, arriba de la lavandería de Linden
- **Niñas y niños**: siempre, y hay sopa
- **¿Problemas en casa?** Contesta este correo y alguien te responde.

> Aquí nadie es experto. Todo lo aprendimos de quien llegó un mes antes.

Nos vemos el martes
Luis y Amina`,
    },
  ],
};

/** Sent some weeks ago, to whoever had signed by then. */
export const findings: DemoLetter = {
  lines: (campaignId) => `add:signed:campaign=${campaignId};without:added:days=24`,
  purpose: 'updates',
  texts: [
    {
      language: 'en',
      subject: 'We asked 600 neighbours what the branch is for',
      preheader: 'Printers, homework, warmth. And one answer nobody expected.',
      body: `Dear {{first name|neighbour}},

you signed to keep the River Branch open. Since then forty of us went from door to door with one question: *what do you use it for?*

1. 71 in 100 print or send something that they cannot do on a phone
2. 44 in 100 help a child with homework
3. 38 in 100 want to be somewhere warm

And one of you said: "It is the only room where nobody asks me what I buy."

{{petition keep-the-library-branch-open-keep-the-block-online}}

Send it to one person who should be on the list.
Luis`,
    },
    {
      language: 'es',
      subject: 'Preguntamos a 600 personas para qué sirve la biblioteca',
      preheader: 'Imprimir, hacer tareas, no pasar frío. Y algo que nadie esperaba.',
      body: `Hola, {{nombre|vecina}}:

firmaste para que la biblioteca del río siga abierta. Desde entonces cuarenta de nosotros fuimos de puerta en puerta con una pregunta: *¿para qué la usas?*

1. 71 de cada 100 imprimen o envían algo que no pueden hacer con el teléfono
2. 44 de cada 100 ayudan a un niño con las tareas
3. 38 de cada 100 quieren estar en un lugar sin frío

{{petition keep-the-library-branch-open-keep-the-block-online}}

Envíaselo a alguien que tendría que estar en la lista.
Luis`,
    },
  ],
};

/** It waits until tomorrow at ten; somebody else has looked at it, since it goes to many. */
export const lastSaturday: DemoLetter = {
  lines: (campaignId) => `add:signed:campaign=${campaignId}`,
  purpose: 'updates',
  texts: [
    {
      language: 'en',
      subject: 'The last Saturday of doors before the vote',
      preheader: 'Two hours, in pairs, with somebody who has done it before.',
      body: `Dear {{first name|neighbour}},

the committee postponed its vote, so we have one more Saturday. Four council members are undecided, and they live where we knock.

{{event door-knock-linden-to-9th}}

You need nothing but shoes. We have the list, the words and the bread.
Luis`,
    },
    {
      language: 'es',
      subject: 'El último sábado de puertas antes de la votación',
      preheader: 'Dos horas, en parejas, con alguien que ya lo hizo.',
      body: `Hola, {{nombre|vecina}}:

la comisión aplazó la votación, así que nos queda un sábado más. Cuatro concejales no han decidido, y viven donde tocamos puertas.

{{event door-knock-linden-to-9th}}

Solo hacen falta zapatos. Ponemos la lista, las palabras y el pan.
Luis`,
    },
  ],
};

/** Being written: to those who came, and whom nobody asked yet to sign. */
export const askToSign: DemoLetter = {
  lines: () => 'add:came;without:signed',
  purpose: 'updates',
  texts: [
    {
      language: 'en',
      subject: 'You were in the room. Is your name on the list?',
      preheader: 'Half a minute, and one evening next week.',
      body: `Dear {{first name|friend}},

you came, and your name is not among those who signed. We think that we never asked you. So we ask.

{{petition keep-the-library-branch-open-keep-the-block-online}}

And the evening that it is all for:

{{event fill-the-chamber}}

---

If you cannot come, answer this mail and say so. Somebody will read your sentence for you.
Luis`,
    },
    {
      language: 'es',
      subject: 'Estuviste en la sala. ¿Tu nombre está en la lista?',
      preheader: 'Medio minuto, y una tarde la semana que viene.',
      body: `Hola, {{nombre|compa}}:

viniste, y tu nombre no está entre quienes firmaron. Creemos que nunca te lo pedimos. Te lo pedimos ahora.

{{petition keep-the-library-branch-open-keep-the-block-online}}

Y la tarde para la que hacemos todo esto:

{{event fill-the-chamber}}

---

Si no puedes venir, contesta este correo y dilo. Alguien leerá tu frase por ti.
Luis`,
    },
  ],
};

/** What was tried beside `findings`, and what came of it. */
export const besides = {
  label: 'Re: Will you be at the branch on Saturday?',
  texts: [
    {
      language: 'en',
      subject: 'Will you be at the branch on Saturday?',
      preheader: 'Two hours, coffee, and the list of who uses it.',
      body: `Dear {{first name|neighbour}},

on Saturday we sit in the River Branch from ten to twelve and write down who comes in, and for what. **Will you be one of us?** Two hours, and there is coffee.

{{petition keep-the-library-branch-open-keep-the-block-online}}

Luis`,
    },
    {
      language: 'es',
      subject: '¿Vendrás el sábado a la biblioteca?',
      preheader: 'Dos horas, café, y la lista de quién la usa.',
      body: `Hola, {{nombre|vecina}}:

el sábado estamos en la biblioteca del río de diez a doce y apuntamos quién entra y para qué. **¿Vienes con nosotros?** Son dos horas y hay café.

{{petition keep-the-library-branch-open-keep-the-block-online}}

Luis`,
    },
  ],
  experiment: {
    ...{
      question: 'Do more people write back when the letter asks them a question?',
      deed: 'answered',
      days: 7,
    },
    ...{ usualOf1000: 100, worthOf1000: 100, isShared: true },
  },
} satisfies {
  label: string;
  texts: DemoLetter['texts'];
  experiment: ExperimentInput;
};

/** What was answered to `findings`, and what the union wrote back; null: it waits. */
export const answers = [
  {
    text: 'Thank you for counting. In our stairwell it is eleven flats, not eight: three moved in since spring. May I bring the list on Saturday?',
    back: 'Please do. Ask for Luis at the door, we will put them on the map together.',
  },
  {
    text: 'I can’t come on Saturdays, I work. Is there anything to do on a weekday evening?\n\nMy neighbour would help too.',
    back: null,
  },
];
