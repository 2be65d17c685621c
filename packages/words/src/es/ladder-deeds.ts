import type { ladderDeeds as english } from '../en/ladder-deeds.ts';

export const ladderDeeds = {
  'ladders.fault.no-steps': 'No tiene pasos.',
  'ladders.fault.no-deed':
    'Solo espera: añade una carta, una invitación, una etiqueta o alguien a quien pasar a las personas.',
  'ladders.fault.trigger-gone': 'Aquello con lo que empieza ya no existe. Elige otra cosa.',
  'ladders.fault.letter-faults': 'Su carta no está lista. La página de la carta dice qué falta.',
  'ladders.fault.no-nearest': 'Su carta no muestra el evento: pon «Evento más cercano» en cada idioma.',
  'ladders.fault.nearest-in-letter':
    'Su carta muestra el evento más cercano, y eso solo lo puede una invitación. Quítalo, o haz de ella una invitación.',
  'ladders.fault.colleague-gone': 'Quien debía atender a las personas ya no las ve. Elige a alguien más.',
  'ladders.fault.thing-gone': 'Aquello por lo que pregunta ya no existe. Elige otra cosa.',
  'ladders.fault.wait-last': 'Después de esta espera no viene nada.',
  'ladders.fault.branch-empty': 'No hay nada en ninguno de los lados de esta bifurcación.',
  'ladders.faults': '{count, plural, one {Una cosa lo impide} other {# cosas lo impiden}}',
  'ladders.open.title': 'Abrirla',
  'ladders.open.text':
    'Desde entonces la gente la sube, y queda como está. Para cambiarla después, haz un borrador a partir de ella.',
  'ladders.open.do': 'Abrirla',
  'ladders.open.new': 'Empieza solo quien llegue desde entonces.',
  'ladders.open.many':
    '{count, plural, =0 {Nadie lo es todavía.} one {# persona empieza de inmediato.} other {# personas empiezan de inmediato.}}',
  'ladders.open.count': 'Mirar antes cuántas empiezan de inmediato',
  'ladders.open.asked':
    '{name} quiere abrirla. Empieza con tantas personas que alguien más tiene que abrirla también.',
  'ladders.open.asked.mine':
    'Quieres abrirla. Empieza con tantas personas que alguien más tiene que abrirla también: otra persona que escribe vuestros envíos abre esta página.',
  'ladders.open.someone': 'Alguien',
  'ladders.dry': 'Qué habría hecho',
  'ladders.dry.do': 'Mirar qué habría hecho',
  'ladders.dry.hint': 'Contado sobre los últimos tres meses. No se escribe a nadie.',
  'ladders.dry.hide': 'Ocultarlo',
  'ladders.dry.late': 'Contar tarda demasiado ahora mismo. Mira otra vez dentro de un rato.',
  'ladders.dry.began':
    'En {days, plural, one {el último día} other {los últimos # días}} la {count, plural, one {habría empezado # persona} other {habrían empezado # personas}}.',
  'ladders.dry.now':
    'No se sabe cuándo entró cada persona en un segmento: las que están ahora se cuentan como si hubieran llegado el primer día.',
  'ladders.dry.mails':
    '{count, plural, one {Habría salido # carta} other {Habrían salido # cartas}} a {people, plural, one {# persona} other {# personas}}, como mucho {most, number} en un día.',
  'ladders.dry.mails.none': 'No habría salido ninguna carta.',
  'ladders.dry.twice':
    '{count, plural, =0 {Nadie habría recibido dos cartas del grupo en una semana.} one {# persona habría recibido dos cartas del grupo en una semana.} other {# personas habrían recibido dos cartas del grupo en una semana.}}',
  'ladders.dry.most':
    'Vuestra regla se cumple igualmente: nadie recibe más de {most, plural, one {# carta} other {# cartas}} en siete días. Quien ya las recibió espera.',
  'ladders.dry.stopped':
    '{count, plural, =0 {Nadie la habría dejado por el camino.} one {# persona la habría dejado por el camino.} other {# personas la habrían dejado por el camino.}}',
  'ladders.dry.steps': 'Cuántas habrían llegado a cada paso se dice en los pasos.',
  'ladders.dry.here':
    '{count, plural, =0 {nadie habría llegado aquí} one {# habría llegado aquí} other {# habrían llegado aquí}}',
  'ladders.dry.left-out': 'Sin cartas, y por qué',
  'ladders.close': 'Cerrarla a gente nueva',
  'ladders.close.hint': 'Nadie más empieza. Quienes están en ella siguen.',
  'ladders.reopen': 'Dejar que empiece gente nueva',
  'ladders.stop': 'Detenerla',
  'ladders.stopped.hint': 'Nadie sigue y no sale ninguna carta hasta que la dejes seguir.',
  'ladders.resume': 'Dejarla seguir',
  'ladders.resume.asked':
    '{name} corrigió algo y quiere que siga. Llega a tantas personas que alguien más tiene que pulsarlo también.',
  'ladders.resume.asked.mine':
    'Quieres que siga con lo corregido. Llega a tantas personas que alguien más tiene que pulsarlo también: otra persona que escribe vuestros envíos abre esta página.',
  'ladders.end': 'Terminarla',
  'ladders.end.text':
    '{count, plural, =0 {No hay nadie en ella. Queda para leerla, y nadie más la empieza.} one {# persona está en ella y no sigue. Las cartas que esperan no salen.} other {# personas están en ella y no siguen. Las cartas que esperan no salen.}} No se puede deshacer.',
  'ladders.remove': 'Quitar el borrador',
  'ladders.remove.text': 'Se quita la escalera, con sus pasos y sus cartas. Nadie la ha empezado.',
  'ladders.copy': 'Hacer un borrador a partir de ella',
  'ladders.frozen':
    'Una escalera abierta queda como está. Para cambiarla, haz un borrador a partir de ella y abre el borrador.',
  'ladders.new.title': 'Añadir un paso',
  'ladders.new.after.end': 'Va al final de la escalera.',
  'ladders.new.after.yes': 'Va al final de «Si es así».',
  'ladders.new.after.no': 'Va al final de «Si no».',
  'ladders.new.before': 'Va antes del paso {number, number}: {step}.',
  'ladders.new.other': 'Otro tipo de paso',
  'ladders.kind.wait': 'Esperar',
  'ladders.kind.wait.hint': 'Tantos días, antes de lo que viene.',
  'ladders.kind.send': 'Enviar una carta',
  'ladders.kind.send.hint': 'Se escribe una vez, en vuestros idiomas; cada persona la recibe en el suyo.',
  'ladders.kind.invite': 'Invitar al evento más cercano',
  'ladders.kind.invite.hint': 'Una carta que muestra a cada persona el evento que le queda más cerca.',
  'ladders.kind.tag': 'Etiquetar',
  'ladders.kind.tag.hint': 'Para que las encuentres entre las personas del grupo.',
  'ladders.kind.hand': 'Pasar a alguien del grupo',
  'ladders.kind.hand.hint': 'Alguien del grupo mantiene el contacto desde entonces, y se le dice por qué.',
  'ladders.kind.stop': 'Parar si',
  'ladders.kind.stop.hint': 'De aquí en adelante, quien cumpla esto deja la escalera.',
  'ladders.kind.branch': 'Bifurcar',
  'ladders.kind.branch.hint': 'Unas personas van por un lado y las demás por otro; después siguen juntas.',
  'ladders.kind.too-deep': 'Una bifurcación está como mucho dentro de otra.',
  'ladders.field.days': 'Cuántos días',
  'ladders.field.km': 'A cuántos kilómetros como mucho',
  'ladders.field.km.hint':
    'Vacío: por lejos que quede. A veces no se sabe dónde vive alguien o dónde es un evento: entonces es el próximo evento.',
  'ladders.field.tag': 'Etiqueta',
  'ladders.field.to': 'A quién',
  'ladders.field.note': 'Por qué, y qué hacer',
  'ladders.field.note.hint':
    'Queda en las notas de cada persona. Por ejemplo: vino dos veces, pídele que organice en su casa.',
  'ladders.field.no-colleague': 'Nadie de tu grupo ve a sus personas. Da a alguien un papel que las vea.',
  'ladders.asks.legend': 'Quien',
  'ladders.asks.signed': 'ha firmado desde que empezó',
  'ladders.asks.coming': 'ha dicho que vendrá, desde que empezó',
  'ladders.asks.came': 'ha venido desde que empezó',
  'ladders.asks.joined': 'se ha unido al grupo desde que empezó',
  'ladders.asks.answered': 'ha respondido desde que empezó',
  'ladders.asks.left': 'no es miembro',
  'ladders.asks.refused': 'dijo que no a las cartas',
  'ladders.asks.line': 'O con una frase',
  'ladders.asks.line.hint': 'Todo lo que puedes buscar entre las personas del grupo.',
  'ladders.asks.line.who': 'Quien está entre quienes',
  'ladders.asks.line.next': 'Seguir',
  'ladders.asks.line.other': 'Preguntar otra cosa',
  'ladders.asks.now': 'Ahora: {who}',
  'ladders.step.save': 'Guardar el paso',
  'ladders.step.add.do': 'Añadir el paso',
  'ladders.letter.of': 'Una carta de la escalera «{ladder}»',
  'ladders.letter.of.unknown': 'Una carta de una escalera',
  'ladders.letter.of.text': 'Llega a una persona tras otra, cuando alguien llega a este paso.',
  'ladders.letter.of.fixed': 'La escalera está abierta, así que la carta queda como está.',
  'ladders.letter.nearest': 'El evento más cercano a quien la lee',
  'ladders.letter.nearest.hint':
    'En una invitación, «{block}» muestra a cada persona la tarjeta del evento más cercano.',
} as const satisfies Record<keyof typeof english, string>;
