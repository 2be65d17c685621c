export const pushes = {
  'pushes.title': 'On this phone',
  'pushes.text':
    'A phone or computer can ring when something is yours, or yours to decide, as soon as it happens. It keeps your quiet hours. Signing out there ends it.',
  'pushes.script':
    'To let this phone ring, the page needs JavaScript, which is off in this browser. Mail reaches you without it.',
  'pushes.unable':
    'This browser cannot be rung. On an iPhone or iPad, put this site on the home screen first and open it from there.',
  'pushes.refused':
    'This browser has been told not to let this site ring. You can allow it in the settings of the browser.',
  'pushes.failed': 'It did not work this time. Try again when you have a connection.',
  'pushes.add': 'Let this phone ring',
  'pushes.added': 'This phone rings from now on.',
  'pushes.list': 'What rings',
  'pushes.line': 'Through {carrier}, since {day}',
  'pushes.this': 'this one',
  'pushes.try': 'Ring it',
  'pushes.tried': 'It rings within a minute, if it has a connection.',
  'pushes.try.title': 'This is how {site} rings',
  'pushes.telling':
    'It shows only that there is something new at {site}. You can have it show what it is, which others may read over your shoulder.',
  'pushes.telling.on': 'Say what it is',
  'pushes.telling.off': 'Say only that there is something',
  'pushes.end': 'Ring it no more',
  'pushes.ended': 'It rings no more.',
  'error.pushes.endpoint': 'This browser cannot be rung from here.',
  'error.pushes.too-many': 'No more than {most} phones and computers ring. End one of them first.',
};
