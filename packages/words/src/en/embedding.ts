/** The form of a campaign or an event in a frame of another site. */
export const embedding = {
  'embed.title': 'The form on another site',
  'embed.text.campaigns':
    'Whoever writes another site can put the form on it. It asks nobody to sign in, and sets no cookies. Whoever signs there is counted and belongs as on the campaign’s page.',
  'embed.text.events':
    'Whoever writes another site can put the form on it. It asks nobody to sign in, and sets no cookies. Whoever answers there is on the list and belongs as on the event’s page.',
  'embed.yours.campaigns': 'Whoever signs in it is your group’s person, as through your link.',
  'embed.yours.events': 'Whoever answers in it is your group’s person, as through your link.',
  'embed.code': 'The code, to copy',
  'embed.code.hint.campaigns': 'Where strangers may not open the campaign’s page, this shows nothing.',
  'embed.code.hint.events': 'Where strangers may not open the event’s page, this shows nothing.',
  'embed.look': 'See the form',
  'embed.whole.campaigns': 'The whole campaign',
  'embed.whole.events': 'All about this event',
} as const;
