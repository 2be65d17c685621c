import type { moves as english } from '../en/moves.ts';

export const moves = {
  'moves.title': 'Mudarse aquí',
  'moves.intro':
    'Facebook, Meetup, Instagram y WhatsApp no entregan las direcciones de quienes están allí en un grupo. Así que invita a la gente a venir: con un texto para fijar, un cartel y un enlace que cuenta quién llegó.',
  'moves.empty': 'Di qué lugar dejan. Recibes textos en tres idiomas, un cartel y un enlace propio.',
  'moves.begin': 'Añadir un lugar',
  'moves.begin.do': 'Crear textos y enlace',
  'moves.which': '¿Cuál de estos dejan?',
  'moves.field.kind': 'Dónde está',
  'moves.field.name': 'Cómo se llama allí',
  'moves.field.members': 'Cuántas personas hay, más o menos',
  'moves.field.silent': 'El último día en que escriben allí',
  'moves.field.silent.hint': 'De dos a seis semanas dan tiempo a que todo el mundo lo vea.',
  'moves.kind.facebook': 'Facebook',
  'moves.kind.meetup': 'Meetup',
  'moves.kind.instagram': 'Instagram',
  'moves.kind.whatsapp': 'WhatsApp',
  'moves.kind.telegram': 'Telegram',
  'moves.kind.discord': 'Discord',
  'moves.kind.other': 'Otro lugar',
  'moves.came': '{count, plural, one {Ha venido #} other {Han venido #}}',
  'moves.came-of': 'Han venido {count} de unas {all} personas',
  'moves.came.hint':
    'Quienes se unieron o firmaron después de llegar por el enlace de este lugar. Cada persona cuenta una vez, y quien es miembro solo mientras lo sea.',
  'moves.silent': 'Se queda en silencio el {day}',
  'moves.ended': 'Ya han dejado este lugar.',
  'moves.open': 'Textos, cartel y enlace',
  'moves.link': 'El enlace',
  'moves.link.hint': 'Lleva a tu grupo, saluda a quien llega por él y lo cuenta. Úsalo solo para este lugar.',
  'moves.link.shut':
    'La gente de fuera no ve este grupo, así que el enlace no les lleva a ninguna parte. Invítala con una invitación, o haz público el grupo en sus ajustes.',
  'moves.link.invitation':
    'Este grupo solo acepta miembros con invitación: quien llega por el enlace lo ve y no puede unirse. Puedes cambiarlo en los ajustes.',
  'moves.texts': 'Textos para fijar',
  'moves.texts.hint':
    'Copia lo que necesites. Lo que cambies aquí se guarda para todas las personas que escriben por el grupo.',
  'moves.texts.of': 'En {language}',
  'moves.texts.changed': 'Cambiaste este texto: un nuevo día o enlace no entra solo en él.',
  'moves.texts.again': 'Volver al texto propuesto',
  'moves.texts.again.confirm': 'Se pierde lo que se escribió aquí en su lugar.',
  'moves.texts.saved': 'El texto está guardado.',
  'moves.poster': 'Cartel para imprimir',
  'moves.poster.hint':
    'Una página, A4 o carta: imprímela desde el navegador o guárdala como PDF para publicarla.',
  'moves.poster.title': 'Nos hemos mudado.',
  'moves.poster.from': '¿Estabas en «{place}»? Aquí sigue.',
  'moves.poster.day': 'Después del {day}, solo aquí.',
  'moves.poster.call': 'Ven:',
  'moves.steps': 'Qué hacer hasta entonces',
  'moves.steps.undated': 'Decide el último día, y cada paso tendrá su fecha.',
  'moves.steps.pin': 'Fija el texto arriba en «{place}», en cada idioma que se lee allí.',
  'moves.steps.again':
    'Publícalo otra vez, di cuántas personas han llegado ya y pide a cada una que traiga a otra.',
  'moves.steps.last':
    'Recuerda el último día, con el enlace. Escribe por su nombre a quienes echarías de menos.',
  'moves.steps.silent':
    'Deja el texto fijado como lo último. Cierra las publicaciones y no borres el lugar: quien llegue tarde encontrará allí el enlace.',
  'moves.steps.now': 'Ahora',
  'moves.change': 'Cambiar el lugar',
  'moves.end': 'Ya nos hemos ido',
  'moves.resume': 'Seguimos allí',
  'moves.remove': 'Quitar este lugar',
  'moves.remove.confirm':
    'Se pierden sus textos y la cuenta de quién llegó. El enlace sigue llevando a tu grupo, por los carteles que estén colgados, y ya no cuenta a nadie.',
  'moves.saved': 'Guardado.',
  'moves.removed': 'El lugar se ha quitado.',
  'moves.greeting': 'Estabas en «{place}».',
  'moves.greeting.text': 'Aquí sigue. Entra y tendrás noticias de {group} aquí.',
  'moves.greeting.count':
    '{count, plural, one {# persona de allí ya está aquí.} other {# personas de allí ya están aquí.}}',
  'moves.text.hello': 'Hola a todas y todos:',
  'moves.text.moving': '{group} se muda. Desde ahora nos encuentran aquí: {link}',
  'moves.text.why':
    'Es un lugar nuestro: sin anuncios, nadie decide qué ves y qué no, y lo que nos cuentes se queda con nosotros.',
  'moves.text.how':
    'Hace falta un minuto y una dirección de correo. Abre el enlace, pulsa «Entrar en el grupo» y ya estás dentro.',
  'moves.text.last-day': 'Hasta el {day} escribimos en los dos lugares. Después, solo allí.',
  'moves.text.help': 'Si te atascas, responde aquí y te ayudamos. ¡Nos vemos allí!',
  'moves.walled.what':
    'En su lugar puedes invitar a la gente a venir: con un texto para fijar allí, un cartel y un enlace que cuenta quién llegó.',
  'moves.walled.do': 'Crear textos y cartel',
  'error.moves.too-many': 'Son {most} lugares, los que un grupo puede guardar como máximo. Quita uno antes.',
  'error.people.file-of-facebook':
    'Esto es lo que Facebook deja descargar. Nombra los grupos en los que estás y no contiene direcciones de quienes están en ellos.',
  'error.people.file-of-meetup':
    'Es una lista de Meetup. Contiene nombres de miembros y ninguna dirección: con ella no se puede escribir a nadie. No se ha guardado nada.',
} as const satisfies Record<keyof typeof english, string>;
