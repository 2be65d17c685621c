import type { directory as english } from '../en/directory.ts';

export const directory = {
  'error.directory.ends-on': 'Elige un día entre hoy y dentro de un año.',
  'error.directory.not-in': 'El grupo no está ahora en esta coalición.',
  'error.directory.not-listed':
    'Solo los grupos que todo el mundo encuentra en las listas pueden pedir a todo el mundo. Elige una coalición o haz público el grupo.',
  'error.directory.full':
    'Un grupo tiene como mucho {count} peticiones y ofertas a la vez. Cierra antes algunas que ya no hagan falta.',
  'error.directory.answered':
    'Ya hay grupos que respondieron, así que no se puede cambiar para quién es. Ciérralo y publica otro.',
  'error.directory.answered-already': 'Tu grupo ya respondió a esto.',
  'error.directory.own': 'Esto es de tu propio grupo. Elige otro de tus grupos.',
  'error.directory.taken': 'Entretanto ya está apalabrado. Si no sale adelante, se vuelve a abrir.',
  'error.directory.closed': 'Ya no hace falta o ya no se ofrece.',
  'error.directory.gone': 'Ese grupo no puede participar aquí en este momento.',
  'error.directory.answered-lately':
    'Su grupo ya respondió y no salió adelante. Puede volver a responder una semana después.',
  'error.directory.settled':
    'Esto ya se resolvió o se retiró entretanto. Recarga la página para ver cómo está.',
  'mail.directory.answered.subject': '{group} responde: {title}',
  'mail.directory.answered.heading': 'Un grupo les responde',
  'mail.directory.answered.text':
    '{group} ha respondido a «{title}» y espera un sí o un no. Puede decirlo quien publica por tu grupo.',
  'mail.directory.taken.subject': '{group} dice que sí: {title}',
  'mail.directory.taken.heading': 'La respuesta es sí',
  'mail.directory.taken.text':
    '{group} ha dicho que sí a tu respuesta a «{title}». Pónganse de acuerdo; cuando esté hecho, lo dice cualquiera de los dos grupos.',
  'mail.directory.declined.subject': 'No: {title}',
  'mail.directory.declined.heading': 'La respuesta es no',
  'mail.directory.declined.text': 'Tu respuesta a «{title}» no se aceptó, o ya no se acepta.',
  'mail.directory.fulfilled.subject': 'Hecho: {title}',
  'mail.directory.fulfilled.heading': 'Está hecho',
  'mail.directory.fulfilled.text': '{group} dice que «{title}» está hecho. Ya no está en la lista.',
  'mail.directory.withdrawn.subject': '{group} lo retira: {title}',
  'mail.directory.withdrawn.heading': 'Una respuesta se ha retirado',
  'mail.directory.withdrawn.text':
    '{group} ha retirado su respuesta a «{title}». Mientras siga en la lista, pueden responder otros.',
  'mail.directory.ended.subject': 'Ya no: {title}',
  'mail.directory.ended.heading': 'Su respuesta terminó',
  'mail.directory.ended.text':
    '«{title}», a lo que tu grupo respondió, terminó antes de que nadie dijera sí o no, o ya no es para tu grupo. No queda nada por hacer.',
} satisfies Record<keyof typeof english, string>;
