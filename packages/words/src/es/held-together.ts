import type { heldTogether as english } from '../en/held-together.ts';

export const heldTogether = {
  'events.owner.link':
    'Llegaste por {group}: tu correo va a ese grupo. En la puerta, {home} lee el nombre que des aquí, a quién traes y qué necesitas.',
  'events.owner.home':
    'Tu nombre y tu correo van a {group}. Los grupos que lo organizan con él saben cuántas personas vinieron, de diez en diez.',
  'events.together.with': 'Con {groups}',
  'events.places.shared': '{taken, number} o más de {capacity, number} lugares ocupados',
  'events.places.all': '{capacity, plural, one {# lugar} other {# lugares}}',
  'events.going.shared': 'Van {count, number} personas o más',
  'events.through': 'por {group}',
  'events.own.through': 'Respondiste por {group}: tu correo lo tiene ese grupo.',
  'events.manage.sponsors': 'Grupos que lo organizan con ustedes',
  'events.manage.sponsors.text':
    'Aparecen en su página, y el evento en sus calendarios. Quien responde por el enlace de uno de ellos es persona de ese grupo: en su lista leen el nombre que dio y por quién viene.',

  'events.sponsorships': 'Organizados con otros grupos',
  'events.sponsorships.text':
    'Eventos que otros grupos les piden organizar juntos. Con su sí aparece en su calendario y reciben un enlace propio.',
  'events.sponsorships.accept': 'Organizarlo juntos',
  'events.sponsorships.accepted': 'Lo organizan juntos.',
  'events.sponsorships.leave': 'Dejar de organizarlo',
  'events.sponsorships.leave.sure':
    'Sale de su calendario, y su nombre de la página. Las personas que respondieron por su enlace siguen siendo suyas.',
  'events.alongside': 'Quiénes lo organizan',
  'events.alongside.going': 'Dijeron que van',
  'events.alongside.by-tens':
    'Sus propias cifras son exactas. Cuántas personas vinieron de otros grupos se sabe al cerrar la lista de la puerta: redondeado hacia abajo, y «menos de 10» por debajo de 10.',
  'events.alongside.later': 'se sabrá después',
  'events.alongside.whose': '¿De quién son las personas que vienen?',
  'events.alongside.whose.text':
    'Quien responde es del grupo cuyo enlace le trajo; si no, del grupo de origen. El formulario lo dice antes de responder. En la puerta hay una sola lista, con el nombre que dio cada persona.',
  'events.alongside.own': 'Sus personas',
  'events.alongside.yours.text':
    'Quien responde por él es persona de su grupo. Impriman el código o pasen el enlace.',

  'mail.rsvp.opt-in.through':
    'Si quieres que el grupo por el que llegaste te cuente lo que sigue, pulsa «Sí, contadme cómo sigue» en la página detrás del botón de abajo. Si no, solo sabrás de este evento.',
  'mail.events.sponsor-asked.subject': '{group} les pide organizar juntos: {title}',
  'mail.events.sponsor-asked.heading': '¿Organizar un evento juntos?',
  'mail.events.sponsor-asked.text':
    '{group} pide a su grupo organizar juntos «{title}». Con su sí aparece en su calendario y reciben un enlace propio: quien responde por él es persona de su grupo.',
  'mail.events.sponsor-accepted.subject': '{group} lo organiza con ustedes: {title}',
  'mail.events.sponsor-accepted.heading': 'La respuesta es sí',
  'mail.events.sponsor-accepted.text': '{group} organiza «{title}» con ustedes desde ahora.',
  'mail.events.sponsor-declined.subject': '{group} dice que no: {title}',
  'mail.events.sponsor-declined.heading': 'La respuesta es no',
  'mail.events.sponsor-declined.text': '{group} no organiza «{title}» con ustedes por ahora.',
  'mail.events.sponsor-left.subject': '{group} ya no lo organiza con ustedes: {title}',
  'mail.events.sponsor-left.heading': 'Un grupo se fue',
  'mail.events.sponsor-left.text':
    '{group} ya no organiza «{title}» con ustedes. Quien dijo por su enlace que viene sigue en su lista.',
  'mail.events.sponsor-dropped.subject': 'Ya no lo organizan: {title}',
  'mail.events.sponsor-dropped.heading': 'Su nombre salió de un evento',
  'mail.events.sponsor-dropped.text':
    '{group} quitó a su grupo de «{title}». Las personas que respondieron por su enlace siguen siendo suyas.',

  'error.events.owner-changed':
    'Los grupos de este evento cambiaron mientras escribías. Lee abajo quién recibe ahora tu correo y vuelve a enviarlo.',
  'error.events.signed-elsewhere':
    'Firmaste por otro grupo que el que organiza esto. Responde en su página, que dice quién recibe tu nombre.',
  'error.events.own-sponsor': 'Este es el propio grupo del evento.',
  'error.events.sponsor-said-no':
    'Este grupo dijo que no. Se le puede volver a preguntar treinta días después.',
} as const satisfies Record<keyof typeof english, string>;
