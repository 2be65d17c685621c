import type { compacts as english } from '../en/compacts.ts';

export const compacts: Record<keyof typeof english, string> = {
  'error.compacts.other-off':
    'Quienes cuidan este sitio no dejan actuar por ahora al otro grupo. Mientras tanto no se acuerda ni se envía nada nuevo.',
  'error.compacts.with-itself': 'Un grupo no necesita un acuerdo consigo mismo. Escribe otro grupo.',
  'error.compacts.no-group':
    'No hay ningún grupo en esta dirección. Abre su página y copia la dirección de ahí.',
  'error.compacts.nobody-answers': 'Nadie administra este grupo, así que nadie podría responder.',
  'error.compacts.asked-lately':
    'La respuesta fue no, o lo retirasteis. Se puede proponer otra vez después de {days, plural, one {un día} other {# días}}.',
  'error.compacts.until': 'Elige un último día entre mañana y dentro de tres años.',
  'error.compacts.replaced': 'Mientras tanto se propusieron otras condiciones. Recarga la página y lee esas.',
  'error.compacts.decided': 'Esto ya se decidió o se retiró. Recarga la página para ver cómo está.',
  'error.compacts.past': 'El último día de estas condiciones ya pasó. Propón otras.',
  'error.compacts.takes-two':
    'Un acuerdo es cosa de dos personas. Otra persona de tu grupo tiene que decir que sí.',
  'error.compacts.not-in-force': 'No hay nada vigente entre los dos grupos.',
  'error.compacts.clause.most-a-year':
    'El acuerdo permite {count, plural, one {una carta} other {# cartas}} en 365 días seguidos, y no queda ninguna.',
  'error.compacts.clause.until': 'Sería después del último día del acuerdo.',
  'error.compacts.clause.ended': 'Sería después de que se haya terminado el acuerdo.',
  'error.compacts.clause.fields':
    'La carta dice de quien la lee algo que el acuerdo no permite, como su nombre.',
  'error.compacts.clause.notice':
    'Pasó el plazo de aviso ({hours, plural, one {una hora} other {# horas}}) sin que nadie dijera que sí. Caducó y no sale.',
  'error.compacts.letter-twice': 'Escribe la carta una sola vez en cada idioma.',
  'error.compacts.letter-wrong':
    'No se entiende «{word}». Entre llaves dobles va una palabra que se sustituye, un evento o una petición.',
  'error.compacts.letter-missing':
    '«{word}» no está a la vista de todo el mundo ni es vuestro. Nombra algo que cualquiera pueda ver.',
  'error.compacts.letter-faults':
    'Algo de la carta no se puede enviar así: falta una imagen o algo que nombra, o pesa demasiado. Pide al otro grupo que la cambie.',
  'error.compacts.on-its-way': 'Ya está saliendo. Quien la envía puede pararla en la página del envío.',
  'error.compacts.use-decided':
    'Esto ya se respondió, se retiró o se envió. Recarga la página para ver cómo está.',
  'error.compositions.not-agreed':
    'Dice algo distinto de aquello a lo que tu grupo dijo que sí, y no sale más.',
  'mail.compacts.proposed.subject': '{group} propone un acuerdo',
  'mail.compacts.proposed.heading': 'Se propone un acuerdo',
  'mail.compacts.proposed.text':
    '{group} propone a tu grupo qué puede escribir uno a la gente del otro: «{title}». Lee las condiciones, habladlas en el canal y di que sí o que no.',
  'mail.compacts.agreed.subject': '{group} está de acuerdo',
  'mail.compacts.agreed.heading': 'La respuesta es sí',
  'mail.compacts.agreed.text': '{group} aceptó las condiciones sobre «{title}». Valen desde ahora.',
  'mail.compacts.declined.subject': '{group} no está de acuerdo',
  'mail.compacts.declined.heading': 'La respuesta es no',
  'mail.compacts.declined.text':
    '{group} dijo que no a las condiciones sobre «{title}». Dentro de una semana podéis proponer otras.',
  'mail.compacts.ended.subject': '{group} termina vuestro acuerdo',
  'mail.compacts.ended.heading': 'Se termina un acuerdo',
  'mail.compacts.ended.text':
    '{group} terminó el acuerdo sobre «{title}». Su página dice cuándo acaba. El registro queda para ambos.',
  'mail.compacts.use-asked.subject': '{group} quiere escribir a vuestra gente: {title}',
  'mail.compacts.use-asked.heading': 'Una carta espera vuestra respuesta',
  'mail.compacts.use-asked.text':
    '{group} escribió «{title}» para vuestra gente. Léela y di que sí o que no. Sin un sí a tiempo, no sale.',
  'mail.compacts.use-agreed.subject': '{group} dice que sí: {title}',
  'mail.compacts.use-agreed.heading': 'La respuesta es sí',
  'mail.compacts.use-agreed.text':
    '{group} envía «{title}» a su gente en el momento pedido. Si antes cambiáis una palabra, tiene que volver a decir que sí.',
  'mail.compacts.use-declined.subject': '{group} dice que no: {title}',
  'mail.compacts.use-declined.heading': 'La respuesta es no',
  'mail.compacts.use-declined.text': '{group} no envía «{title}». No cuenta como uso.',
  'mail.compacts.use-wished.subject': '{group} pide un cambio: {title}',
  'mail.compacts.use-wished.heading': 'Hay que cambiar algo',
  'mail.compacts.use-wished.text':
    '{group} enviaría «{title}» si la cambiáis. Con otro texto se pide de nuevo, y el plazo de aviso vuelve a empezar.',
  'mail.compacts.use-withdrawn.subject': '{group} retira: {title}',
  'mail.compacts.use-withdrawn.heading': 'Se retiró una carta',
  'mail.compacts.use-withdrawn.text': '{group} retiró «{title}». No sale.',
  'mail.compacts.use-lapsed.subject': 'Sin respuesta a tiempo: {title}',
  'mail.compacts.use-lapsed.heading': 'Caducó',
  'mail.compacts.use-lapsed.text':
    '{group} no dijo que sí a «{title}» dentro del plazo de aviso, así que no sale. No cuenta como uso.',
  'compositions.from-writer': '{group}, escrito por {writer}',
  'compositions.by-writer':
    '{writer} escribió esta carta y {group} te la envía. {writer} no tiene tu dirección.',
  'mailings.by-writer':
    '{writer} escribió esta carta según un acuerdo con tu grupo. Sale tal como tu grupo dijo que sí, o no sale: aquí nadie la cambia.',
  'mailings.why.no-sharing':
    '{count, plural, one {dijo que no a compartir} other {dijeron que no a compartir}}',
  'mailings.why.no-writer':
    '{count, plural, one {no quiere cartas de ese grupo} other {no quieren cartas de ese grupo}}',
  'mailings.left-out.no-sharing': 'Dijeron que no a compartir con otros grupos',
  'mailings.left-out.no-writer': 'No quieren cartas del grupo que la escribió',
};
