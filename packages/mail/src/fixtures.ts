import { place, type Block, type Inline, type MailAttachment } from './mail.ts';

export const text = (words: string, look: Omit<Extract<Inline, { is: 'text' }>, 'is' | 'text'> = {}) =>
  ({ is: 'text', text: words, ...look }) as const;

/** One of each kind of block, with places where organizers put them. */
export function everyBlock(): Block[] {
  return [
    { is: 'paragraph', inlines: [text(`Dear ${place('first-name')},`)] },
    {
      is: 'paragraph',
      inlines: [
        text('Four council members are undecided.', { strong: true }),
        text(' On Thursday they will look up and '),
        text('count', { em: true }),
        text(' the people in the '),
        text('chamber', { url: 'https://valley.example/go/city-hall' }),
        text('. It is '),
        text('at five', { strike: true }),
        text(' at six.'),
        { is: 'break' },
        text('Ask us: '),
        text('eastside@valley.example', { url: 'mailto:eastside@valley.example' }),
      ],
    },
    {
      is: 'card',
      title: 'Fill the chamber',
      lines: ['Thursday 3 December, 18:00, New York time', 'City Hall, second floor · childcare, Spanish'],
      url: `https://valley.example/go/chamber?who=${place('seal')}`,
      action: 'I’ll be there',
      stub: { month: 'Dec', day: '3' },
    },
    { is: 'heading', inlines: [text('What to bring')] },
    {
      is: 'list',
      entries: [
        [{ is: 'paragraph', inlines: [text('Water, and something warm for the stairs outside')] }],
        [
          { is: 'paragraph', inlines: [text('A sign')] },
          { is: 'list', start: 1, entries: [[{ is: 'paragraph', inlines: [text('large letters')] }]] },
        ],
      ],
    },
    {
      is: 'quote',
      flows: [
        {
          is: 'paragraph',
          inlines: [text('We learned to read there. Our children should learn there too.')],
        },
        { is: 'paragraph', inlines: [text('Ruth, Eastside')] },
      ],
    },
    { is: 'paragraph', inlines: [text('حافلات أكثر للوادي كله، وفي الليل أيضا.')] },
    { is: 'picture', cid: 'march@valley.example', alt: 'Our march on Main Street', width: 960, height: 480 },
    { is: 'rule' },
    {
      is: 'card',
      title: 'Keep the library branch open',
      lines: ['1,204 of 2,000 names'],
      url: 'https://valley.example/campaigns/keep-the-library-branch-open',
      action: 'Add my name',
    },
    { is: 'paragraph', inlines: [text('Can’t come? Call one of the four. It takes five minutes.')] },
    { is: 'button', label: 'Call a council member', url: 'https://valley.example/go/call' },
  ];
}

/** A PNG of one point. */
const POINT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function aPicture(cid: string): MailAttachment {
  return { filename: 'march.png', contentType: 'image/png', content: POINT, encoding: 'base64', cid };
}
