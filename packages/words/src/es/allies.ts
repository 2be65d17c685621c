import type { allies as english } from '../en/allies.ts';

export const allies = {
  'allies.title': 'Aliados de {coalition}',
  'allies.intro':
    'Grupos que están junto a la coalición y no se han mudado a este sitio. Cada uno tiene una página que puso la coalición y de la que responde, hasta que su propia gente la tome.',
  'allies.nav': 'Aliados',
  'allies.beside': 'También a nuestro lado, fuera de este sitio',
  'allies.empty':
    'Ningún aliado tiene página todavía. Un grupo que actúa con ustedes y no está en este sitio puede tener una aquí, y tomarla cuando venga.',
  'allies.empty.reader': 'Ningún aliado de la coalición tiene página aquí.',
  'allies.tag': 'no está en este sitio',
  'allies.tag.down': 'retirada',
  'allies.tag.hidden': 'oculta por el sitio',
  'allies.claims.count':
    '{count, plural, one {# persona dice que es su grupo} other {# personas dicen que es su grupo}}',
  'allies.manage': 'Cambiar, responder, retirar',
  'allies.add': 'Añadir un aliado',
  'allies.add.rule':
    'Aquí hablas de gente que no lo pidió. Escribe solo lo que dicen de sí mismos en público, y cuéntales de la página: puede llegar a ser suya.',
  'allies.add.submit': 'Poner la página',
  'allies.field.name': 'Nombre',
  'allies.field.summary': 'Qué hace',
  'allies.field.summary.hint': 'En una o dos frases, como lo diría el propio grupo.',
  'allies.field.contact': 'Cómo encontrarlo',
  'allies.field.contact.hint':
    'Lo que el grupo mismo publica: un local, un número, una dirección. Lo lee todo el mundo. No se envía ningún correo ahí.',
  'allies.field.link': 'Su página en otro sitio',
  'allies.field.link.hint': 'Empieza por https://',
  'allies.by': 'Esta página la puso {coalition}. {ally} no la hizo y no está en este sitio.',
  'allies.by.nobody':
    'La coalición que puso esta página ya no está aquí. {ally} no la hizo y no está en este sitio.',
  'allies.theirs':
    '¿Es tu grupo? Dilo en esta página, y será de ustedes. Para que se retire, denúnciala: deciden quienes administran este sitio, y no hace falta una cuenta.',
  'allies.contact': 'Cómo encontrarlo',
  'allies.link': 'Su página en otro sitio',
  'allies.campaigns': 'Campañas que lo nombran',
  'allies.campaigns.hint': '{ally} no lo ha confirmado.',
  'allies.campaigns.empty': 'Ninguna campaña lo nombra.',
  'allies.claim': 'Somos nosotros',
  'allies.claim.text':
    'Di quién eres en este grupo y cómo se puede preguntar. Las personas responsables de {coalition} leen tu nombre y estas palabras, y responden por correo. Con su sí la página es de tu grupo y tú eres su primera persona responsable.',
  'allies.claim.text.site':
    'Di quién eres en este grupo y cómo se puede preguntar. Quienes administran este sitio leen tu nombre y estas palabras, y responden por correo. Con su sí la página es de tu grupo y tú eres su primera persona responsable.',
  'allies.claim.stranger':
    'Primero entra o abre una cuenta. Después di quién eres en este grupo; quien puso la página responde por correo.',
  'allies.claim.word': 'Quién eres y cómo preguntar',
  'allies.claim.word.hint':
    'Por ejemplo tu papel y un número o una dirección que el grupo publica. No se les muestra tu correo.',
  'allies.claim.submit': 'Somos nosotros',
  'allies.claim.waiting': 'Dijiste que son ustedes y esperas una respuesta. Te llegará por correo.',
  'allies.claim.withdraw': 'Retirarlo',
  'allies.claim.closed': 'Ahora no se puede tomar esta página.',
  'allies.down':
    'Esta página está retirada. Nadie más la ve, y su nombre no aparece en ninguna campaña. El {date} desaparece.',
  'allies.hidden': 'Alguien que administra el sitio ocultó esta página. Nadie más la ve.',
  'allies.frozen': 'Alguien que administra el sitio congeló esta página: se queda como está y nadie la toma.',
  'allies.manage.title': 'La página de {ally}',
  'allies.claims': 'Quién dice «somos nosotros»',
  'allies.claims.intro':
    'Con tu sí la página es de su grupo en el acto: la cambian y responden de ella, y tú ya no. Antes de responder, pregunta al grupo por una vía que sepas que es suya. La gente de fuera ve el grupo nuevo cuando alguien que administra el sitio responde por él.',
  'allies.claims.empty': 'Nadie lo ha dicho.',
  'allies.claims.own': 'Son tus propias palabras: decide otra persona.',
  'allies.claims.yes': 'Son ellos',
  'allies.claims.yes.text':
    'La página de {ally} pasa a ser un grupo, y {name} su primera persona responsable. Esto no se puede deshacer.',
  'allies.claims.no': 'No son ellos',
  'allies.change': 'Cambiar lo que dice',
  'allies.take-off': 'Quitar su nombre',
  'allies.take-down': 'Retirar la página',
  'allies.take-down.text':
    'En el acto nadie más la ve, y su nombre no aparece en ninguna campaña. A quien dijo «somos nosotros» se le avisa de que la página ya no está. Durante treinta días puedes volver a ponerla; después se borra.',
  'allies.put-back': 'Volver a poner la página',
  'allies.done.added': 'La página está puesta. Cuéntaselo: puede llegar a ser suya.',
  'allies.done.claimed': 'Lo dijiste. Un correo te dirá la respuesta.',
  'allies.done.withdrawn': 'Lo retiraste.',
  'allies.done.accepted': 'Ya están aquí, como grupo propio. Un correo lo dice.',
  'allies.done.declined': 'Dijiste que no. Un correo lo dice.',
  'allies.done.down': 'La página está retirada.',
  'allies.done.back': 'La página está puesta de nuevo.',
  'allies.done.off': 'Su nombre ya no está en la campaña.',
  'allies.unconfirmed': 'no lo han confirmado',
  'allies.named': 'También se nombra a:',
  'campaigns.manage.sponsors.ally': 'nombrado; no lo han confirmado',
  'campaigns.manage.sponsors.name': 'Nombrar',
  'campaigns.manage.sponsors.ally.hint':
    'Un aliado que no está en este sitio no tiene a nadie que pueda responder: se muestra como no confirmado. Nómbralo solo si ha dicho en público que apoya esto.',
  'reports.link.ally': 'Denunciar esta página o pedir que se retire',
  'error.groups.ally':
    'Esta es la página de un aliado, y no un grupo: no hay nadie dentro y nadie responde por él. Su propia gente puede tomarla.',
  'error.groups.ally-of-others':
    'Solo la coalición que puso esta página, y los grupos que están en ella, nombran a este aliado.',
  'error.coalitions.allies-full':
    'Una coalición tiene como mucho las páginas de {count, plural, one {# aliado} other {# aliados}}. Retira una antes.',
  'error.coalitions.claims-full':
    'Muchas personas han dicho que es su grupo y esperan. Vuelve cuando tengan respuesta, o escribe a quienes administran el sitio.',
  'error.coalitions.claimed-lately':
    'Lo dijiste hace poco. Se puede volver a decir dentro de {days, plural, one {# día} other {# días}}.',
  'error.coalitions.own-claim':
    'Nadie decide sobre sí. Responde otra persona responsable de la coalición, o alguien que administra el sitio.',
  'mail.coalitions.ally-claimed.subject': 'Alguien dice: {ally}, somos nosotros',
  'mail.coalitions.ally-claimed.heading': 'Alguien dice que es su grupo',
  'mail.coalitions.ally-claimed.text':
    'Una persona con cuenta en {site} dice que {ally} es su grupo y espera tu respuesta. Con un sí la página es suya. Lee quién dice ser, y pregunta al grupo por una vía que sepas que es suya.',
  'mail.coalitions.claim-accepted.subject': '{ally} es de ustedes en {site}',
  'mail.coalitions.claim-accepted.heading': 'La respuesta es sí',
  'mail.coalitions.claim-accepted.text':
    'La página de {ally} es ahora de tu grupo y tú eres su primera persona responsable. La gente de fuera la ve cuando alguien que administra el sitio responda por el grupo. Las campañas que nombraron a {ally} esperan tu respuesta entre sus campañas.',
  'mail.coalitions.claim-declined.subject': '{ally}: no',
  'mail.coalitions.claim-declined.heading': 'La respuesta es no',
  'mail.coalitions.claim-declined.text':
    'No se creyó que {ally} sea tu grupo. Dentro de una semana puedes decirlo otra vez, y decir cómo se puede preguntar. Si crees que la página no debería estar, denúnciala: deciden quienes administran el sitio.',
  'mail.coalitions.claim-ended.subject': 'La página de {ally} ya no se puede tomar',
  'mail.coalitions.claim-ended.heading': 'Lo que dijiste terminó',
  'mail.coalitions.claim-ended.text':
    'Dijiste que {ally} es tu grupo. Su página se retiró, o pasó a ser un grupo por otra persona de él.',
  'mail.coalitions.ally-moved.subject': '{ally} se ha mudado aquí',
  'mail.coalitions.ally-moved.heading': 'Un aliado se ha mudado aquí',
  'mail.coalitions.ally-moved.text':
    'Se creyó a una persona de {ally}, y su página es ahora un grupo propio, que {coalition} ya no cambia. Cuando el sitio haya respondido por él, pueden invitarlo a la coalición.',
} as const satisfies Record<keyof typeof english, string>;
