export const offline = {
  'offline.title': 'There is no connection',
  'offline.text':
    'This page cannot be reached just now. What is yours was kept on this device: your home page, and the events you go to.',
  'offline.typed': 'If you sent a form, it has not arrived. Go back: what you typed is still there.',
  'offline.again': 'Try again',
  'offline.home': 'See what was kept',
  'offline.kept': 'You are offline. This is from {time}.',
} as const;
