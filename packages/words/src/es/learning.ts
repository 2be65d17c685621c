export const learning = {
  'compositions.check.no-question': 'Di qué quieres averiguar con las cartas, debajo de los textos.',
  'compositions.check.few-people':
    'Cada carta va a {each, plural, one {# persona} other {# personas}}. Para averiguar lo que quieres saber harían falta {needed, number} en cada una: con menos puede que no se vea nada.',
  'compositions.check.enough-people':
    'Cada carta va a {each, number} personas. Basta para lo que quieres averiguar: {needed, number} en cada una.',
  'error.compositions.variants-full': 'Ya hay cuatro cartas. Quita una primero.',
  'error.compositions.one-variant': 'Hay una sola carta. Escribe primero otra al lado.',
  'error.compositions.lot-ends-early':
    'Lo que hace la gente se cuenta durante {days, plural, one {# día} other {# días}}: quienes quedan fuera lo reciben después, o no lo reciben.',
  'error.compositions.lot-of-members':
    'Lo que los miembros deben saber llega a todos: nadie queda fuera por sorteo.',
  'error.compositions.lot-at-one-moment':
    'Con una hora para cada persona lo reciben todas. Envíalo en un mismo momento, o no dejes fuera a nadie.',
  'error.compositions.variants-last-text': 'Es el único texto de esta carta. Quita la carta.',
  'error.compositions.variants-in-template': 'Una plantilla es una sola carta. Quita antes las demás.',
  'error.experiments.more-than-all': 'En conjunto serían más de 100 de cada 100.',
  'mailings.results.so-far':
    'Hasta ahora: una carta que solo actúa más rápido va por delante un tiempo. Cuenta lo que haya aquí cuando terminen sus días.',
  'experiments.end-sharing': 'Sacarlo del libro para los demás',
  'experiments.untold': 'Lo hicieron, o no lo hicieron, muy pocas personas para contarlo a otras.',
  'mailings.lot': 'Para saber qué cambia',
  'mailings.lot.none': 'Lo reciben todas',
  'mailings.lot.two-days': 'Una de cada diez, por sorteo: dos días después',
  'mailings.lot.week': 'Una de cada diez, por sorteo: una semana después',
  'mailings.lot.never': 'Una de cada diez, por sorteo: nunca',
  'mailings.lot.hint':
    'Lo que hace quien queda fuera muestra qué habría pasado sin la carta. Unas {count, plural, one {# persona} other {# personas}}.',
  'mailings.lot.later':
    '{count, plural, one {# persona, elegida por sorteo, lo recibe el {at}.} other {# personas, elegidas por sorteo, lo reciben el {at}.}}',
  'mailings.lot.got':
    '{count, plural, one {# persona, elegida por sorteo, lo recibió el {at}.} other {# personas, elegidas por sorteo, lo recibieron el {at}.}}',
  'mailings.lot.without':
    '{count, plural, one {# persona, elegida por sorteo, no lo recibe.} other {# personas, elegidas por sorteo, no lo reciben.}}',
  'mailings.results': 'Qué resultó',
  'mailings.results.open':
    'Contado hasta ahora, hasta el {until}: lo que hace la gente, y nunca lo que abre o pulsa.',
  'mailings.results.closed':
    'Contado del {since} al {until}: lo que hizo la gente, y nunca lo que abrió o pulsó.',
  'mailings.results.counting': 'Se está contando lo que hizo la gente.',
  'mailings.results.none':
    'Nadie ha hecho nada todavía. Aquí aparece lo que la gente firma, a lo que viene y a lo que se une después de la carta.',
  'mailings.did.signed': 'firmaron',
  'mailings.did.coming': 'dijeron que vendrán',
  'mailings.did.came': 'vinieron',
  'mailings.did.joined': 'se unieron',
  'mailings.did.answered': 'respondieron',
  'mailings.did.left': 'no quieren más correo',
  'mailings.results.share': '{share, number} de cada 100',
  'mailings.results.share.both': '{share, number} de cada 100; de quienes quedaron fuera, {other, number}',
  'mailings.results.brought':
    '«{deed}»: la carta misma llevó a unas {count, number} personas (de {least, number} a {most, number}).',
  'mailings.results.drove':
    '«{deed}»: con la carta lo hicieron unas {count, number} personas menos (de {least, number} a {most, number} menos).',
  'mailings.results.unclear':
    '«{deed}»: no se ve si la carta misma cambió algo. Pudieron ser {least, number} menos, o hasta {most, number} más.',
  'mailings.results.sure':
    'Estos márgenes aciertan en 95 de cada 100 casos, por más que mires antes del final.',
  'mailings.results.languages': 'Por idioma',
  'mailings.results.sources': 'Por su procedencia',
  'mailings.results.lines': 'Por la razón del envío',
  'mailings.results.variants': 'Por carta',
  'mailings.results.people': 'Personas',
  'mailings.variant': 'Carta {name}',
  'mailings.variants': 'Cartas que se prueban',
  'mailings.variants.add': 'Probar otra carta al lado',
  'mailings.variants.hint':
    'Cada persona recibe una de ellas, por sorteo. Lo que haga después muestra qué carta mueve a más gente.',
  'mailings.variants.drop': 'Quitar esta carta',
  'mailings.variants.drop.confirm': 'La carta {name} se quita con todo lo escrito. Las demás se quedan.',
  'experiments.form': 'Qué deben averiguar las cartas',
  'experiments.form.hint':
    'Dilo antes de que salga. Desde entonces queda como está, para que nadie encuentre después lo que buscaba.',
  'experiments.question': 'Pregunta',
  'experiments.question.hint': 'Por ejemplo: ¿viene más gente si la carta le hace una pregunta?',
  'experiments.deed': 'Qué decide',
  'experiments.deed.signed': 'Firman',
  'experiments.deed.coming': 'Dicen que vendrán',
  'experiments.deed.came': 'Vienen',
  'experiments.deed.joined': 'Se unen',
  'experiments.deed.answered': 'Responden',
  'experiments.days': 'En cuántos días',
  'experiments.usual': 'De 100, lo hacen más o menos',
  'experiments.worth': 'Vale la pena saberlo: tantas más de 100',
  'experiments.share': 'Quienes organizan en todo el sitio pueden leer el resultado',
  'experiments.share.hint': 'Sin nombres y sin números menores de diez.',
  'experiments.save': 'Guardar',
  'experiments.needed': 'Para eso cada carta necesita {count, plural, one {# persona} other {# personas}}.',
  'experiments.said': '{question} Se cuenta: {deed}, en {days, plural, one {# día} other {# días}}.',
  'experiments.more':
    'La carta {name} mueve a más gente que la A: de {least, number} a {most, number} más de cada 100.',
  'experiments.fewer':
    'La carta {name} mueve a menos gente que la A: de {least, number} a {most, number} menos de cada 100.',
  'experiments.unclear':
    'Entre las cartas {name} y A no se ve diferencia: la {name} puede mover hasta {least, number} menos de cada 100, o hasta {most, number} más.',
  'experiments.title': 'Qué cartas se probaron',
  'experiments.intro':
    'Lo que los grupos de este sitio averiguaron sobre sus cartas, también cuando no resultó nada. Mira aquí antes de probarlo.',
  'experiments.search': 'Palabras de la pregunta',
  'experiments.any-deed': 'Cualquier cosa',
  'experiments.empty.title': 'Nadie ha probado nada todavía',
  'experiments.empty.text':
    'Escribe un envío y prueba otra carta al lado. El resultado aparece aquí cuando terminan sus días.',
  'experiments.none': 'No hay nada así. Usa menos palabras, o míralo todo.',
  'experiments.all': 'Mostrar todo',
  'experiments.by.other': 'Un grupo de este sitio',
  'experiments.did': '{did} de {count}',
  'mailings.stopped.fixed':
    'Sus cartas se comparan y se quedan como están. Sigue con él, o déjalo y escribe otro.',
};
