/** What a group tells its own people; what waits for the day's mail is mailed to a typed address at once. */
export function greetingSamples<To, AtOnce, About>({
  to,
  atOnce,
  about,
}: {
  to: To;
  atOnce: AtOnce;
  about: About;
}) {
  return {
    'greetings.announced': [
      { to: atOnce, about: about, title: 'Heat', body: 'The hall is cold.\n\nBring a coat.' },
    ],
    'greetings.welcome': [
      { to, about: about, joinedAt: new Date(), body: 'Begin here.', ask: null, event: null },
      {
        ...{ to, about: about, joinedAt: new Date(0), body: 'Begin here.', ask: 'Ana' },
        event: { title: 'Door-knock', when: 'Saturday' },
      },
    ],
  };
}
