export const stewardsMail = {
  'stewards.outbox.smtp':
    'El correo sale por SMTP. Lo enviado se borra de aquí; solo queda su estado. Lo que espera se puede abrir sin sus enlaces; queda registrado y se avisa a quien lo recibe.',
  'stewards.outbox.kept':
    'No hay servidor de correo (SMTP_URL), así que el correo se queda aquí. Si alguien necesita un enlace, dáselo tú: abre la carta y pásaselo. Queda registrado y se avisa a quien la recibe.',
  'stewards.held': 'Correo retenido',
  'stewards.held.text':
    'Las direcciones que alguien escribió y nadie confirmó reciben pocos correos del sitio. Lo que pasa de ahí espera: hasta que haya lugar o se confirme la dirección, y tres días como mucho.',
  'stewards.held.by.mailbox':
    '{count, plural, one {# correo} other {# correos}} a buzones que ya tuvieron lo de un día; {waiting, number} en espera.',
  'stewards.held.by.group':
    '{count, plural, one {# correo} other {# correos}} por encima de lo que un grupo puede enviar en un día a direcciones sin confirmar; {waiting, number} en espera.',
  'stewards.held.by.site':
    '{count, plural, one {# correo} other {# correos}} por encima de lo que el sitio puede enviar en un día a direcciones sin confirmar; {waiting, number} en espera.',
  'stewards.held.by.unvouched':
    '{count, plural, one {# correo} other {# correos}} de un grupo sin aval a personas de fuera; {waiting, number} en espera.',
  'stewards.outbox.empty.text':
    'Cuando alguien firme, venga o abra una cuenta, aquí aparecerá el correo que le toca.',
  'stewards.outbox.all': 'Ver todo el correo',
  'stewards.outbox.refused': 'Ver lo rechazado',
  'stewards.outbox.refused.empty': 'No se rechazó nada en el último mes.',
  'stewards.outbox.erased': 'borrado tras el envío',
  'stewards.outbox.to': 'Para {address}',
  'stewards.outbox.attachment': 'Adjunto: {name}',
  'stewards.outbox.state.held': 'retenido',
  'stewards.outbox.state.promised': 'en espera',
  'stewards.outbox.state.sent': 'enviado',
  'stewards.outbox.state.kept': 'guardado aquí',
  'stewards.outbox.state.refused': 'rechazado',
  'stewards.outbox.trial':
    'No hay servidor de correo y nadie real tiene cuenta todavía, así que las cartas muestran sus enlaces. Eso termina con la primera cuenta de alguien que no administra el sitio.',
  'stewards.outbox.search': 'Buscar el correo a una dirección',
  'stewards.outbox.search.hint': 'La dirección completa. Lo enviado ya no la lleva.',
  'stewards.outbox.search.do': 'Buscar',
  'stewards.outbox.search.empty':
    'Ningún correo de aquí lleva esa dirección. Puede que se haya enviado: entonces ya nadie sabe a quién.',
  'stewards.outbox.erased.text': 'Las palabras de este correo están borradas: se envió o se dio por perdido.',
  'stewards.outbox.closed': 'Esta carta está cerrada: es para otra persona.',
  'stewards.outbox.open': 'Abrir la carta',
  'stewards.outbox.open.confirm':
    'Verás sus palabras sin los enlaces que valen por quien la recibe. Queda registrado a tu nombre y se avisa a esa persona.',
  'stewards.outbox.hand-over': 'Mostrar sus enlaces, para pasarlos',
  'stewards.outbox.hand-over.confirm':
    'Quien tenga un enlace así actúa en nombre de quien recibe la carta. No se lo des a nadie más. Queda registrado a tu nombre y se avisa a esa persona.',
  'stewards.outbox.hand-over.mine': 'La carta es para ti. Queda registrado que tomaste sus enlaces aquí.',
  'stewards.outbox.opened': 'Queda registrado que abriste esta carta, y se avisa a quien la recibe.',
  'stewards.outbox.link-hidden': 'enlace oculto',
  'error.stewardship.letter-erased': 'Las palabras de este correo están borradas, así que no se puede abrir.',
  'mail.letter-opened.subject': 'Se abrió una carta para ti',
  'mail.letter-opened.heading': 'Alguien abrió una carta para ti',
  'mail.letter-opened.words':
    'Una persona que administra {site} abrió una carta del sitio para ti antes de que saliera. Pudo leer sus palabras; los enlaces le quedaron ocultos.',
  'mail.letter-opened.links':
    'Una persona que administra {site} abrió una carta del sitio para ti, con sus enlaces. Si no fue para pasártelos, pon una contraseña nueva.',
  'mail.letter-opened.more':
    'Quién fue y cuándo está en la página de tu cuenta. Recibes este aviso una vez al día como mucho, pase las veces que pase.',
  'mail.letter-opened.button': 'Verlo en mi cuenta',
  'mail.test.subject': 'El correo de {site} llega',
  'mail.test.heading': 'El correo llega',
  'mail.test.text':
    'Alguien que administra {site} pidió este correo en la página «Este sitio»: tú. Si lo lees, el correo sale. Mira dónde ha llegado: ¿a la bandeja de entrada o al correo no deseado?',
  'stewards.test-mail': 'Probar el correo',
  'stewards.test-mail.text': 'Un correo a {address}, y aquí lo que dijo el servidor de correo.',
  'stewards.test-mail.do': 'Enviarme un correo de prueba',
  'stewards.test-mail.waits': 'Pedido {when}. Sale en cuanto un proceso de trabajo lo tome.',
  'stewards.test-mail.taken': 'El servidor de correo lo aceptó {when} y dijo:',
  'stewards.test-mail.refused': 'El correo no salió {when}. Lo que se dijo:',
  'stewards.test-mail.unset':
    'No hay servidor de correo, así que no hay nada que probar. Quien lleva el servidor define SMTP_URL.',
  'error.stewardship.no-mail-server': 'No hay servidor de correo, así que no se puede probar ninguno.',
  'mail.groups-wait.subject': '{count, plural, one {Un grupo espera} other {# grupos esperan}} tu palabra',
  'mail.groups-wait.heading': '¿Es lo que dice ser?',
  'mail.groups-wait.text':
    'En {site}, {count, plural, one {un grupo espera} other {# grupos esperan}} que alguien responda por él. Hasta entonces solo lo ven sus miembros y no escribe a nadie de fuera. Recibes este correo una vez al día como mucho.',
  'mail.groups-wait.button': 'Ver quién espera',
  'stewards.groups.waiting.all': 'Ver todos los que esperan',
} as const;
