import type { errors as english } from '../en/errors.ts';

export const errors = {
  'error.not-found': 'No lo encontramos. Puede que ya no exista o que no tengas acceso.',
  'error.forbidden': 'Tu función aquí no permite hacer eso. Quien administra el grupo puede cambiarlo.',
  'error.sign-in-needed': 'Primero tienes que iniciar sesión.',
  'error.unreadable': 'Contiene un carácter que no se puede guardar. Vuelve a escribirlo sin pegarlo.',
  'error.nothing-to-change': 'Ahí no hay nada que cambiar.',
  'error.malformed': 'La solicitud llegó incompleta. Vuelve atrás, recarga la página e inténtalo de nuevo.',
  'error.invalid': 'Hay respuestas que revisar. Están marcadas abajo.',
  'error.conflict': 'Esto cambió mientras trabajabas. Recarga la página para ver cómo está ahora.',
  'error.too-large':
    'Es demasiado grande para enviarlo. Prueba con un archivo más pequeño o un texto más corto.',
  'error.too-many-requests':
    'Se intentó demasiadas veces. Espera {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}} y vuelve a intentarlo.',
  'error.proof-needed':
    'Mucha gente está enviando esto ahora mismo. Tu navegador hace antes un pequeño trabajo, para que las máquinas no te dejen fuera.',
  'error.proof-expired': 'El trabajo de tu navegador llegó demasiado tarde. Aquí hay otro.',
  'error.proof-used': 'Ese trabajo ya se usó. Aquí hay otro.',
  'error.proof-wrong': 'El trabajo de tu navegador no era para esto. Aquí hay otro.',
  'error.proof-without':
    'Ya pasaron por el camino lento todas las personas que caben por ahora. Espera {minutes, plural, one {# minuto} other {# minutos}} y vuelve a intentarlo. Lo que escribiste sigue aquí.',
  'error.quota.account-minutes':
    'Es todo lo que una cuenta puede crear por ahora, para que nadie inunde este sitio. Podrás crear lo siguiente en {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}; quien cuida el sitio puede permitirte más.',
  'error.quota.account-hours':
    'Es todo lo que una cuenta puede crear por ahora, para que nadie inunde este sitio. Podrás crear lo siguiente en {hours, plural, one {# hora} many {# de horas} other {# horas}}; quien cuida el sitio puede permitirte más.',
  'error.quota.group-minutes':
    'Es todo lo que se puede crear en un grupo por ahora, para que nadie inunde este sitio. Lo siguiente se podrá crear en {minutes, plural, one {# minuto} many {# de minutos} other {# minutos}}; quien cuida el sitio puede permitirle más al grupo.',
  'error.quota.group-hours':
    'Es todo lo que se puede crear en un grupo por ahora, para que nadie inunde este sitio. Lo siguiente se podrá crear en {hours, plural, one {# hora} many {# de horas} other {# horas}}; quien cuida el sitio puede permitirle más al grupo.',
  'error.unavailable':
    'El sitio no puede hacerlo en este momento. Inténtalo de nuevo en un minuto. Lo que escribiste sigue aquí.',
  'error.busy':
    'Aquí se están haciendo más cosas a la vez de las que este servidor puede. Inténtalo de nuevo en unos segundos. Lo que escribiste sigue aquí.',
  'error.no-room':
    'No queda espacio en el servidor para esto. No se ha perdido nada: inténtalo más tarde y avisa a quien mantiene el sitio.',
  'error.internal': 'Algo falló de nuestro lado. Quedó registrado. Inténtalo de nuevo.',

  'error.field.required': 'Completa este campo.',
  'error.field.email': 'No parece una dirección de correo. Debería ser como nombre@example.org.',
  'error.field.phone': 'No parece un número de teléfono. Escribe sus cifras, como +34 600 123 456.',
  'error.field.too-long':
    'Es demasiado largo: {max, plural, one {# carácter} many {# de caracteres} other {# caracteres}} como máximo.',
  'error.field.too-short':
    'Es demasiado corto: {min, plural, one {# carácter} many {# de caracteres} other {# caracteres}} como mínimo.',
  'error.field.format': 'No está escrito en la forma que hace falta.',
  'error.field.too-small': 'Tiene que ser {min, number} o más.',
  'error.field.too-large': 'Puede ser {max, number} como mucho.',
  'error.field.number': 'Tiene que ser un número.',
  'error.field.date': 'Tiene que ser un día que exista, entre 1970 y 2099.',
  'error.field.web-address': 'Una dirección web empieza por https://',
  'error.field.choice': 'Elige una de las respuestas.',
  'error.field.none-chosen': 'Elige al menos una opción.',
  'error.field.colour': 'Tiene que ser un color, escrito como #b3301a.',
  'error.field.path': 'Tiene que ser una página de este sitio, escrita como /campaigns/save-the-library.',
  'error.field.code':
    'Aquí solo caben letras de la A a la Z, cifras y guiones, y ningún guion al principio ni al final.',
  'error.field.too-many': 'Son demasiados: {max, plural, one {uno} other {#}} como máximo.',
  'error.field.too-few': 'Son muy pocos: {min, plural, one {uno} other {#}} como mínimo.',
  'error.field.twice': 'Algo está puesto dos veces.',

  'error.markdown.cells': 'Aquí hay demasiadas casillas de tabla: {max, number} como máximo.',
  'error.markdown.links': 'Aquí hay demasiados enlaces: {max, number} como máximo.',
  'error.markdown.depth': 'Aquí las listas y las citas están unas dentro de otras con demasiada profundidad.',
  'error.markdown.characters':
    'Esto daría una página demasiado larga: {max, number} caracteres como máximo, con todo lo que le da su forma.',
} satisfies Record<keyof typeof english, string>;
