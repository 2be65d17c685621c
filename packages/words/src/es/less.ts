export const less = {
  'people.less.title': 'Menos, en vez de nada',
  'people.less.monthly': 'Recibes como mucho una carta al mes.',
  'people.less.monthly.hint':
    'De lo que el grupo escribe a muchas personas recibes como mucho una carta en 30 días.',
  'people.less.monthly.do': 'Una vez al mes como mucho',
  'people.less.campaigns': 'Recibes solo cartas sobre {campaigns}.',
  'people.less.campaigns.legend': 'Solo sobre lo que firmaste',
  'people.less.campaigns.hint':
    'Recibes lo que se escribe a quienes lo firmaron, y nada más. Cuando la campaña termina, termina también su correo.',
  'people.less.campaigns.do': 'Solo sobre estas',
  'people.less.all.do': 'Otra vez todas las cartas',
  'people.less.done': 'Hecho. Así será desde ahora.',
  'people.less.own': '¿Cuánto correo quiero?',
  'people.wants.monthly': 'Como mucho una carta al mes.',
  'people.wants.campaigns': 'Solo cartas sobre {campaigns}.',
  'people.history.wanted-monthly': 'Quiere como mucho una carta al mes',
  'people.history.wanted-campaigns': 'Quiere solo cartas sobre {label}',
  'people.history.wanted-all': 'Quiere otra vez todas las cartas',
  'people.imports.field.emailLimits': 'Cuánto correo quieren, como lo dicen nuestros archivos',
  'error.people.choose-campaign': 'Elige primero una campaña.',
  'people.writer.title': 'Cartas que escribe {writer}',
  'people.writer.text':
    '{group} te envía cartas de {writer}, que no tiene tu dirección. Puedes terminar solo con estas.',
  'people.writer.stop': 'No más cartas de {writer} a través de {group}',
  'people.writer.stopped':
    'Ya no recibes cartas de {writer} a través de {group}. Las propias siguen llegando.',
  'people.writer.keep': 'Enviadme otra vez cartas de {writer}',
  'people.history.refused-writer': 'No quiere cartas que escriba {label}',
  'people.history.wanted-writer': 'Quiere otra vez cartas de {label}',
} as const;
