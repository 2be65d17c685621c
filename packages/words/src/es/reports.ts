/** Denuncias: lo que la gente dice que no debería estar, y lo que se decide. */
export const reports = {
  'reports.link': 'Avisar de esto',
  'reports.link.campaign': 'Avisar de esta campaña',
  'reports.link.event': 'Avisar de este evento',
  'reports.link.group': 'Avisar de este grupo',
  'reports.link.listing': 'Avisar de esto',
  'reports.kind.message': 'Un mensaje',
  'reports.kind.comment': 'Un comentario',
  'reports.kind.campaign': 'Una campaña',
  'reports.kind.event': 'Un evento',
  'reports.kind.group': 'Un grupo',
  'reports.kind.listing': 'Una petición o una oferta',
  'reports.kind.update': 'Una noticia de una campaña',
  'reports.direct': 'Una conversación directa',
  'reports.words': 'Las palabras, como eran',
  'reports.of-group': 'en {group}',

  'reports.form.title': 'Avisar de esto',
  'reports.form.goes.moderators':
    'Lo lee quien modera en {group}, con las palabras como están ahora. Si lo escribió alguien del equipo, esa persona no lo lee, y lo lee también quien administra este sitio.',
  'reports.form.goes.stewards':
    'Lo lee quien administra este sitio, con las palabras como están ahora y nada de lo que hay alrededor.',
  'reports.form.quiet':
    'No se dice a nadie quién avisó. Nuestro registro guarda el número de tu cuenta, si has entrado, y ningún nombre. Un tiempo después de la decisión se borran las palabras.',
  'reports.form.note': '¿Qué tiene de malo?',
  'reports.form.note.hint': 'Lo lee quien decide. No pongas nada que diga quién eres.',
  'reports.form.send': 'Avisar',
  'reports.form.back': 'Volver a donde está',
  'reports.form.sent.title': 'Gracias',
  'reports.form.sent': 'El aviso está hecho. Quien decide lo ve en su lista.',
  'reports.form.mine': 'Son tus propias palabras. Puedes cambiarlas o quitarlas donde están.',
  'reports.form.nothing': 'Aquí ya no hay nada de qué avisar.',

  'reports.title': 'Avisos',
  'reports.waiting':
    '{count, plural, one {# aviso espera} many {# de avisos esperan} other {# avisos esperan}}',
  'reports.intro':
    'Lo ve quien modera en {group}. Nadie decide sobre sus propias palabras; lo que escribió alguien que modera aquí lo lee también quien administra este sitio.',
  'reports.intro.site':
    'Grupos, mensajes de conversaciones directas y lo que escribió alguien que modera en su grupo. Lo demás lo decide quien modera allí.',
  'reports.open': 'Por decidir',
  'reports.open.empty':
    'Cuando alguien avise de un mensaje, un comentario, una campaña o un evento, esperará aquí.',
  'reports.open.empty.site':
    'Cuando alguien avise de un grupo, de un mensaje directo o de las palabras de alguien que modera, esperará aquí.',
  'reports.decided': 'Decididos',
  'reports.by': 'de {name}',
  'reports.makers':
    '{count, plural, one {# persona avisó} many {# de personas avisaron} other {# personas avisaron}}',
  'reports.strangers': '{count, plural, one {# sin cuenta} many {# sin cuenta} other {# sin cuenta}}',
  'reports.to-site':
    'También lo lee quien administra este sitio, porque lo escribió alguien que modera aquí.',
  'reports.to-site.steward':
    'Lo escribió alguien que modera en su grupo. Quienes moderan allí también lo leen, menos quien lo escribió.',
  'reports.since': 'desde el {date}',
  'reports.erased': 'Las palabras se borraron.',
  'reports.nobody': 'Alguien que ya no está',
  'reports.site': 'Quien administra este sitio',
  'reports.deed.hide': 'Ocultado',
  'reports.deed.remove': 'Quitado',
  'reports.deed.dismiss': 'Se dejó como estaba',
  'reports.decided-by': '{name}, {date}',
  'reports.why': 'Por qué: {reason}',
  'reports.back': 'Todos los avisos',
  'reports.see': 'Verlo en su sitio',
  'reports.said': 'Lo que la gente dijo',
  'reports.became': 'Para entonces las palabras eran:',
  'reports.notes.none': 'Nadie escribió qué tiene de malo.',

  'reports.decide': 'Qué pasa',
  'reports.decide.hide': 'Ocultarlo',
  'reports.decide.hide.hint': 'Solo lo ve quien lo escribió y quien modera. Puedes volver a mostrarlo.',
  'reports.decide.hide.hint.page':
    'Solo lo ve quien modera en su grupo. No recoge nombres ni respuestas y no se envía ningún correo. Puedes volver a mostrarlo.',
  'reports.decide.hide.hint.group':
    'Solo lo ven sus responsables, y no se escribe nada nuevo en él. Puedes volver a mostrarlo.',
  'reports.decide.remove': 'Quitarlo',
  'reports.decide.remove.hint': 'Las palabras se borran para todo el mundo. No se puede deshacer.',
  'reports.decide.dismiss': 'Dejarlo',
  'reports.decide.dismiss.hint': 'Todo queda como está. Puedes decidir de nuevo.',
  'reports.decide.reason': 'Por qué',
  'reports.decide.reason.hint':
    'Lo lee quien lo escribió, si algo se oculta o se quita, y todas las personas que moderan aquí.',
  'reports.decide.reason.hint.page':
    'Quien lo empezó lo lee en un correo, si se oculta o se quita, y también todas las personas que moderan aquí.',
  'reports.decide.reason.hint.group':
    'Lo leen en un correo las personas responsables del grupo, si se oculta.',
  'reports.decide.do': 'Decidir',
  'reports.reopen': 'Deshacer la decisión',
  'reports.reopen.hint': 'Lo ocultado se vuelve a ver, y el aviso espera como antes.',
  'reports.reopen.not': 'Lo decidió alguien que administra este sitio. Solo desde allí se puede deshacer.',
  'reports.done.hide': 'Está oculto.',
  'reports.done.remove': 'Está quitado.',
  'reports.done.dismiss': 'Se queda como estaba.',
  'reports.done.reopened': 'La decisión está deshecha.',
  'reports.hidden': 'Oculto',
  'mail.reports.campaign.hide': 'Tu campaña «{title}» está oculta',
  'mail.reports.campaign.hide.text':
    'Alguien avisó de ella. Por ahora solo la ve quien modera en {group}, no recoge nombres y sus novedades no se envían a nadie.',
  'mail.reports.campaign.show': 'Tu campaña «{title}» vuelve a verse',
  'mail.reports.campaign.show.text':
    'La decisión de ocultarla se ha deshecho. La vuelve a ver quien podía verla antes, dentro y fuera de {group}.',
  'mail.reports.event.hide': 'Tu evento «{title}» está oculto',
  'mail.reports.event.hide.text':
    'Alguien avisó de él. Por ahora solo lo ve quien modera en {group}, no recoge respuestas y no se le recuerda a nadie.',
  'mail.reports.event.show': 'Tu evento «{title}» vuelve a verse',
  'mail.reports.event.show.text':
    'La decisión de ocultarlo se ha deshecho. Lo vuelve a ver quien podía verlo antes, dentro y fuera de {group}.',
  'mail.reports.listing.hide': '«{title}» está oculto',
  'mail.reports.listing.hide.text':
    'Alguien avisó de ello. Por ahora solo lo ve tu grupo y nadie responde. Lo decidió quien modera en {group}.',
  'mail.reports.listing.show': '«{title}» vuelve a verse',
  'mail.reports.listing.show.text':
    'La decisión de ocultarlo se ha deshecho. Lo vuelve a ver quien podía verlo antes.',
  'mail.reports.update.hide': 'Tu noticia «{title}» ya no está en la página',
  'mail.reports.update.hide.text':
    'Alguien avisó de ella, y quienes lo deciden por {group} la quitaron de la página de la campaña.',
  'mail.reports.update.show': 'Tu noticia «{title}» vuelve a verse',
  'mail.reports.update.show.text':
    'Se retiró la decisión de quitarla. Está otra vez en la página de la campaña de {group}.',
  'mail.reports.comment.hide': 'Tu comentario en «{title}» ya no está en la página',
  'mail.reports.comment.hide.text':
    'Alguien avisó de él, y quien decide en {group} quitó de la página tu nombre y tu comentario. Tu nombre sigue contando.',
  'mail.reports.comment.show': 'Tu comentario en «{title}» ha vuelto',
  'mail.reports.comment.show.text':
    'La decisión de ocultarlo se ha deshecho. Tu nombre y tu comentario vuelven a estar en la página de {group}.',
  'mail.reports.comment.remove': 'Tu comentario en «{title}» se ha borrado',
  'mail.reports.comment.remove.text':
    'Alguien avisó de él, y quien decide en {group} lo borró. Tu nombre sigue contando y no se muestra.',
  'mail.reports.appeal':
    'Si crees que es un error, díselo a quien modera en {group} o a quien administra {site}.',
  'mail.reports.button': 'Verlo',

  'error.reports.decided': 'Alguien decidió este aviso mientras tanto. Recarga la página para ver cómo.',
  'error.reports.newer': 'Alguien ha vuelto a avisar. Decide el aviso más nuevo.',
} as const;
