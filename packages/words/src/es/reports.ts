/** Denuncias: lo que la gente dice que no debería estar, y lo que se decide. */
export const reports = {
  'reports.link': 'Avisar de esto',
  'reports.kind.message': 'Un mensaje',
  'reports.kind.comment': 'Un comentario',
  'reports.kind.campaign': 'Una campaña',
  'reports.kind.event': 'Un evento',
  'reports.kind.group': 'Un grupo',
  'reports.direct': 'Una conversación directa',
  'reports.words': 'Las palabras, como eran',
  'reports.of-group': 'en {group}',

  'reports.form.title': 'Avisar de esto',
  'reports.form.goes.moderators':
    'Lo lee quien modera en {group}, con las palabras como están ahora. Si lo escribió alguien del equipo, lo leen las demás personas.',
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
    'Lo ve quien modera en {group}. Nadie decide sobre sus propias palabras mientras haya otra persona.',
  'reports.intro.site':
    'Mensajes de conversaciones directas. Lo que está en un grupo lo decide quien modera allí.',
  'reports.open': 'Por decidir',
  'reports.open.empty': 'Cuando alguien avise de un mensaje, esperará aquí.',
  'reports.open.empty.site': 'Cuando alguien avise de un mensaje directo, esperará aquí.',
  'reports.decided': 'Decididos',
  'reports.by': 'de {name}',
  'reports.makers':
    '{count, plural, one {# persona avisó} many {# de personas avisaron} other {# personas avisaron}}',
  'reports.since': 'desde el {date}',
  'reports.erased': 'Las palabras se borraron.',
  'reports.nobody': 'Alguien que ya no está',
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
  'reports.decide.remove': 'Quitarlo',
  'reports.decide.remove.hint': 'Las palabras se borran para todo el mundo. No se puede deshacer.',
  'reports.decide.dismiss': 'Dejarlo',
  'reports.decide.dismiss.hint': 'Todo queda como está. Puedes decidir de nuevo.',
  'reports.decide.reason': 'Por qué',
  'reports.decide.reason.hint':
    'Lo lee quien lo escribió, si algo se oculta o se quita, y todas las personas que moderan aquí.',
  'reports.decide.do': 'Decidir',
  'reports.reopen': 'Deshacer la decisión',
  'reports.reopen.hint': 'Lo ocultado se vuelve a ver, y el aviso espera como antes.',
  'reports.done.hide': 'Está oculto.',
  'reports.done.remove': 'Está quitado.',
  'reports.done.dismiss': 'Se queda como estaba.',
  'reports.done.reopened': 'La decisión está deshecha.',

  'error.reports.decided': 'Alguien decidió este aviso mientras tanto. Recarga la página para ver cómo.',
  'error.reports.newer': 'Alguien ha vuelto a avisar. Decide el aviso más nuevo.',
} as const;
