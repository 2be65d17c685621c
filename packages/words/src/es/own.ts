/** What people see and do about themselves, in all groups at once. */
export const own = {
  'people.my.title': '¿Qué guardan sobre ti los grupos de este sitio?',
  'people.my.foot': 'Qué guardan los grupos sobre mí',
  'people.my.intro':
    'Escribe tu correo. Si un grupo de aquí guarda algo sobre él, le llega un enlace para verlo todo.',
  'people.my.send': 'Envíenme el enlace',
  'people.my.sent.title': 'Mira tu correo',
  'people.my.sent.text':
    'Si se guarda algo sobre esta dirección, va un correo en camino. El enlace sirve 24 horas.',
  'people.my.again': 'Pedir otro enlace',
  'people.my.records': 'Lo que guardan sobre ti los grupos de {site}',
  'people.my.records.intro': 'Estos grupos tienen un registro tuyo. Ninguno ve aquí lo que guarda otro.',
  'people.my.none':
    'Ningún grupo guarda nada sobre ti. Nada de aquí está ligado a este correo. Si usas otro, pregunta por ese.',
  'people.my.source': 'Te conoce por {source}, desde el {date}',
  'people.my.source.label': 'Te conoce por {source}, {label}, desde el {date}',
  'people.my.all': 'Todo lo que guarda {group}: corregir, responder, copiar o borrar',
  'people.my.copy': 'Copiarlo todo',
  'people.my.copy.hint': 'Un archivo JSON con todo lo que guarda cada grupo.',
  'people.my.erase': 'Borrarme de todas partes',
  'people.my.erase.confirm':
    'Se borra tu registro en todos los grupos de esta lista. Tus firmas dejan de contar y ninguno de estos grupos podrá escribirte.',
  'people.my.erased':
    'Ningún grupo de {site} guarda ya un registro tuyo con este correo. Desapareces enseguida de listas, búsquedas e historial; las copias de seguridad te olvidan cuando se reemplazan.',
  'people.own.looks': 'Cuántas veces miró el grupo',
  'people.own.looks.opened':
    '{count, plural, =0 {Nadie de la organización abrió tu página} one {La organización abrió tu página # día} other {La organización abrió tu página # días}} desde el {date}.',
  'people.own.looks.shown':
    '{count, plural, one {# día} many {# días} other {# días}} desde el {date} un miembro que no ve a todas las personas vio parte de tu registro en una vista.',
  'people.own.looks.taken':
    '{count, plural, =0 {Nadie sacó en un archivo la lista de todas las personas} one {La lista de todas las personas se sacó en un archivo una vez} other {La lista de todas las personas se sacó en un archivo # veces}} desde el {date}.',
  'people.own.looks.found':
    '{count, plural, one {# día} many {# días} other {# días}} desde el {date} se sacó un archivo con algunas de las personas, y tú estabas en él.',
  'people.own.looks.names':
    '{count, plural, one {# día} many {# días} other {# días}} desde el {date} se sacaron los nombres de una campaña, y el tuyo estaba entre ellos.',
  'people.own.looks.brought':
    '{count, plural, =0 {Ninguna lista te nombró.} one {# lista que trajo la organización te nombró.} other {# listas que trajo la organización te nombraron.}}',
  'people.own.looks.mailed':
    '{count, plural, =0 {No te llegó ninguna carta enviada a muchas personas} one {Te llegó # carta enviada a muchas personas} other {Te llegaron # cartas enviadas a muchas personas}} desde el {date}.',
  'people.own.correct': 'Corregir lo que se guarda',
  'people.own.correct.save': 'Guardar',
  'people.own.correct.name': 'Nombre',
  'people.own.correct.language': 'Idioma de tu correo',
  'people.own.correct.phone': 'Número de teléfono',
  'people.own.correct.hint':
    'Lo que escribas aquí sustituye lo que anotó el grupo. Quienes organizan ven qué corregiste. Un campo vacío se borra.',
  'people.own.correct.email': 'Tus direcciones de correo están más abajo: cada nueva se comprueba antes.',
  'people.own.corrected': 'Guardado.',
  'people.origin.verified': 'Verificado desde el {date}.',
  'people.origin.signs-in': 'Verificado al iniciar sesión.',
  'people.origin.unverified': 'Sin verificar.',
  'people.origin.from': 'Procede de: {source}, {date}.',
  'people.origin.of-record': 'Añadido con el registro: {source}, {date}.',
  'people.origin.unknown': 'No se guarda de dónde procede.',
  'people.source.organizer': 'quien organiza',
  'people.source.own-page': 'la página de la propia persona',
  'people.own.answer': 'Decir sí o no',
  'people.own.answer.hint': 'El grupo se entera enseguida. Puedes cambiarlo aquí cuando quieras.',
  'people.own.answered': 'Tu respuesta queda guardada.',
  'people.own.agree.email': 'Sí, escríbanme sobre lo que viene después',
  'people.own.agree.text': 'Sí, envíenme mensajes de texto',
  'people.own.agree.call': 'Sí, llámenme',
  'people.own.agree.post': 'Sí, envíenme correo postal',
  'people.own.refuse.email': 'Nada de correo sobre lo que viene después',
  'people.own.refuse.text': 'Nada de mensajes de texto',
  'people.own.refuse.call': 'Nada de llamadas',
  'people.own.refuse.post': 'Nada de correo postal',
  'people.own.refuse.sharing': 'No me pasen a otros grupos',
  'people.own.refuse.membership': 'Nada de correo para miembros',
  'people.own.copy': 'Copiar lo que guarda {group}',
  'people.own.others': 'Lo que guardan otros grupos sobre ti',
  'people.consent.sharing': 'Pasar tus datos a otros grupos',
  'mail.footer.held': 'Lo que este grupo guarda sobre ti',
  'mail.footer.held.site': 'Lo que los grupos de este sitio guardan sobre ti',
  'mail.own-records.subject': 'Lo que guardan sobre ti grupos de {site}',
  'mail.own-records.text':
    'Alguien preguntó a {site} qué guardan sus grupos sobre este correo. La página de abajo lo muestra durante 24 horas.',
  'mail.own-records.see': 'Ver lo que se guarda',
  'people.own.emails': 'Tus direcciones de correo',
  'people.own.emails.first': 'Aquí llega el correo.',
  'people.own.emails.unverified':
    'Sin verificar. Añádela abajo y se envía un enlace allí: solo entonces puede ir correo a ella.',
  'people.own.emails.make-first': 'Enviar el correo aquí',
  'people.own.emails.make-first.of': 'Enviar el correo a {email} desde ahora',
  'people.own.emails.remove': 'Quitar',
  'people.own.emails.remove.of': 'Quitar {email}',
  'people.own.emails.add': 'Añadir una dirección de correo',
  'people.own.emails.add.hint': 'Se envía un enlace allí. Nada cambia hasta que lo abras.',
  'people.own.emails.add.do': 'Enviar el enlace',
  'people.own.email-asked':
    'Si el correo llega a esa dirección, un enlace va en camino. Sirve durante 24 horas, y nada cambia hasta que lo abras.',
  'people.own.email-first': 'Desde ahora el correo va a la otra dirección.',
  'people.own.email-removed': 'La dirección se ha quitado.',
  'people.my.emails.add': 'Añadir una dirección de correo a todos estos',
  'people.own-email.title': '¿También es tuya esta dirección de correo?',
  'people.own-email.text':
    'Alguien, probablemente tú, pidió añadir {email} a lo que estos grupos guardan sobre esa persona.',
  'people.own-email.only-you':
    'Di que sí solo si lo pediste tú. Lo que firmes o respondas con esta dirección quedará en ese registro, y lo verá quien tenga un enlace a él.',
  'people.own-email.do': 'Sí, es mía: añadirla',
  'people.own-email.done': 'Tu dirección de correo',
  'people.own-email.new': 'Todavía no tiene {email}.',
  'people.own-email.theirs': 'Tiene {email} en tu registro y sabe que es tuya.',
  'people.own-email.taken':
    'Tiene otro registro con {email} y deja los dos como están. Quienes organizan pueden unirlos: pídeselo.',
  'error.people.own-email-known': 'Esta dirección ya está en tu registro, y verificada.',
  'error.people.own-email-only':
    'El correo va a esta dirección y a ninguna otra. Añade antes otra, o borra tu registro.',
  'mail.own-email-moved.subject': 'Tu correo de {group} va ahora a otra dirección',
  'mail.own-email-moved.text':
    'En tu página de {group}, otra dirección tuya ocupó el lugar de esta. Desde ahora el correo va allí.',
  'mail.own-email-moved.not-you':
    'Si no fuiste tú, alguien tiene un enlace que se te envió. Avisa a quien organiza en {group}.',
} as const;
