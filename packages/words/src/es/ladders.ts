export const ladders = {
  'error.ladders.faults': 'Algo impide abrirla. Se dice junto al paso.',
  'error.ladders.more-by-now':
    'Ahora {count, plural, one {empezaría # persona} other {empezarían # personas}} de inmediato. Míralo otra vez y ábrela después.',
  'error.ladders.too-many':
    'Un grupo guarda {most, number} escaleras sin terminar. Termina o quita una primero.',
  'error.ladders.too-many-steps': 'Una escalera tiene {most, number} pasos como máximo.',
  'error.ladders.too-deep':
    'Una bifurcación está como mucho dentro de otra. Ponla después, o empieza otra escalera.',
  'error.ladders.membership-of-members':
    'Lo que los miembros deben saber llega a quienes se unieron, y a nadie más.',
  'error.ladders.thing-unknown': 'Eso ya no es del grupo. Elige otro.',
  'error.ladders.no-colleague': 'Elige a alguien que vea a las personas del grupo.',
  'error.ladders.one-sentence': 'Elige una frase.',
  'error.ladders.step-kind': 'Un paso sigue siendo lo que es. Quítalo y añade otro.',
  'error.ladders.counting-takes-long': 'Contar tarda demasiado ahora mismo. Inténtalo dentro de un rato.',
  'ladders.new-name': 'Escalera nueva',
  'ladders.rung.label': '{ladder}, paso {number, number}: {step}',
  'ladders.step.wait': 'esperar',
  'ladders.step.send': 'carta',
  'ladders.step.invite': 'invitación',
  'ladders.step.tag': 'etiqueta',
  'ladders.step.hand': 'pasar a alguien',
  'ladders.step.stop': 'parar si',
  'ladders.step.branch': 'bifurcación',
  'mail.ladder-handed.subject': '{group}: alguien con quien hablar',
  'mail.ladder-handed.text':
    'La escalera «{ladder}» te ha pasado personas: desde ahora mantienes tú el contacto. El motivo está en las notas de cada una.',
  'mail.ladder-handed.button': 'Ver a quiénes',
  'ladders.invite.subject': '¿Vienes?',
  'ladders.invite.body':
    "Hola, '{{nombre|compa}}':\n\nesta es la próxima vez que nos vemos cerca de ti:\n\n'{{evento cercano}}'\n\nTrae a alguien.",
  'mail.ladder-stopped.subject': 'La escalera «{ladder}» se detuvo sola',
  'mail.ladder-stopped.many':
    'Empezarían a la vez más personas de las que puede admitir una sola. Nadie de ellas ha empezado: mira si son las que querías.',
  'mail.ladder-stopped.gone':
    'Una de sus frases pregunta por algo que ya no está, o que ya no ves. Para que no siga en ella quien debe dejarla, nadie avanza.',
  'mail.ladder-stopped.next':
    'Las cartas que esperaban se retiraron. En su página puedes dejar que siga, o terminarla.',
  'mail.ladder-stopped.button': 'Abrir la escalera',
  'ladders.stopped.many':
    'Empezarían a la vez más personas de las que puede admitir una sola, así que se detuvo sola. Mira si son las que querías; otra persona tiene que estar de acuerdo para que siga.',
  'ladders.stopped.gone':
    'Una frase pregunta por algo que ya no está, así que se detuvo sola: quien debe dejarla se quedaría. Haz un borrador a partir de ella, corrígelo y termina esta.',
};
