export const welcome = {
  'ladders.welcome.name': 'Welcome',
  'ladders.welcome.hello.subject': 'Good that you are here',
  'ladders.welcome.hello.preheader': 'What happens next, and how you can take part.',
  'ladders.welcome.hello.body':
    "Hello '{{first name|friend}}',\n\nyou joined '{{group}}'. Thank you.\n\nIn the next weeks you get two or three letters like this one: where we meet, and what there is to do. You can answer each of them; a person reads it.\n\nWhat brought you here? Write back in a line or two.",
  'ladders.welcome.invite.subject': 'Meet us in person',
  'ladders.welcome.invite.preheader': 'The next time we are together, near you.',
  'ladders.welcome.invite.body':
    "Hello '{{first name|friend}}',\n\nmost of what we do begins with meeting. This is the next time near you:\n\n'{{event nearest}}'\n\nNobody has to know anything beforehand. If you come alone, ask for whoever has the list at the door.",
  'ladders.welcome.thanks.subject': 'Thank you for coming',
  'ladders.welcome.thanks.preheader': 'What you could do next.',
  'ladders.welcome.thanks.body':
    "Hello '{{first name|friend}}',\n\nyou came, and that makes the difference. Those who come twice are those who carry this group.\n\nIs there something that you would like to take on? Write back: a small thing is enough to begin with.",
  'ladders.welcome.again.subject': 'There is another time',
  'ladders.welcome.again.preheader': 'In case the last one did not suit you.',
  'ladders.welcome.again.body':
    "Hello '{{first name|friend}}',\n\nthe last time did not suit you, perhaps. This is the next:\n\n'{{event nearest}}'\n\nIf something keeps you from coming, a child or the way or the hour, write back: often there is a way.",
};
