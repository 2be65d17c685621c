export const domains = {
  'groups.domain.title': 'Correo con dominio propio: {group}',
  'groups.domain.link': 'Correo con dominio propio',
  'groups.domain.intro':
    'El correo de tu grupo sale con su nombre desde {address}, que es del sitio. Si tu grupo tiene un dominio, puede salir de una dirección propia: la gente ve quién escribe, y la buena fama que ganan vuestras cartas sigue siendo vuestra cuando os mudéis.',
  'groups.domain.who':
    'Las confirmaciones a quienes aún no han comprobado su dirección siguen saliendo del sitio.',
  'groups.domain.empty':
    'Todavía no hay ningún dominio. Hace falta uno, como eastside.example, y alguien que pueda cambiar su DNS.',
  'groups.domain.field': 'Vuestro dominio',
  'groups.domain.field.hint': 'Por ejemplo eastside.example, sin www.',
  'groups.domain.local-part': 'Nombre antes de la @',
  'groups.domain.local-part.hint':
    'Por ejemplo hola. Procura que alguien lea lo que llega a esa dirección: allí van las respuestas, salvo que los ajustes digan otra.',
  'groups.domain.enter': 'Seguir al registro',
  'groups.domain.change': 'Cambiar la dirección o el dominio',
  'groups.domain.change.text':
    'Otro nombre antes de la @ vale enseguida. Otro dominio tiene su propio registro, y hasta que esté, el correo sale de la dirección del sitio.',
  'groups.domain.entered': 'La dirección está anotada. Ahora pon el registro de abajo.',
  'groups.domain.removed':
    'El dominio se ha quitado. El correo sale otra vez de la dirección del sitio. Quita también el registro de su DNS.',
  'groups.domain.looked': 'Acabamos de mirar en el DNS.',
  'groups.domain.state.proven': 'El correo sale como {address}.',
  'groups.domain.state.entered':
    'El correo todavía no sale como {address}: antes tiene que estar el registro de abajo.',
  'groups.domain.state.lost':
    'El registro de {domain} faltó en dos consultas, con una hora entre ellas. Hasta que vuelva, el correo sale de la dirección del sitio. Pon otra vez el registro de abajo.',
  'groups.domain.found.here': 'El registro está, con la clave correcta. Consultado {date}.',
  'groups.domain.found.missing':
    'No hay ningún registro con ese nombre. Un cambio puede tardar una hora en conocerse en todas partes. Consultado {date}.',
  'groups.domain.found.other':
    'Hay un registro con ese nombre, y es distinto del de abajo: pon el valor tal cual, entero. Consultado {date}.',
  'groups.domain.found.several':
    'Hay varios registros con ese nombre. Deja solo el de abajo, o cada servidor tomará uno cualquiera. Consultado {date}.',
  'groups.domain.found.unreachable':
    'El DNS no respondió, así que no podemos saberlo. Prueba de nuevo dentro de un rato. Consultado {date}.',
  'groups.domain.found.held':
    'El registro está. Otro grupo de este sitio ya escribe desde {domain}, y un dominio lo usa un solo grupo a la vez.',
  'groups.domain.record': 'El registro que hay que poner',
  'groups.domain.record.shown': 'Ver otra vez el registro',
  'groups.domain.record.text':
    'Donde se lleva el DNS de {domain}, añade un registro TXT. Con él decís a quien recibe que lo que firmamos es vuestro.',
  'groups.domain.record.name': 'Nombre',
  'groups.domain.record.name.hint':
    'Muchos proveedores añaden el dominio por su cuenta. Entonces escribe solo {name}',
  'groups.domain.record.type': 'Tipo',
  'groups.domain.record.value': 'Valor',
  'groups.domain.record.value.hint': 'Una sola línea, sin cortes. Selecciónala entera y cópiala.',
  'groups.domain.record.split': 'Si tu proveedor no admite más de 255 letras',
  'groups.domain.record.split.text':
    'Pon el valor en dos textos, en este orden, cada uno entre comillas. Juntos son un solo registro.',
  'groups.domain.advice': 'SPF y DMARC',
  'groups.domain.advice.spf':
    'El SPF no necesita cambios: lo que devuelven los servidores va al sitio, y se pregunta por el dominio de este.',
  'groups.domain.advice.dmarc':
    'Conviene tener DMARC, porque los grandes proveedores lo piden. Si {domain} aún no tiene un registro con el nombre siguiente, añade este, también TXT:',
  'groups.domain.look': 'Mirar de nuevo',
  'groups.domain.remove': 'Quitar el dominio',
  'groups.domain.remove.text':
    'El correo de tu grupo sale enseguida otra vez de la dirección del sitio. La clave se destruye: para el mismo dominio habría que poner después un registro nuevo.',
  'error.groups.domain-form': 'Esto no es un dominio. Escríbelo como eastside.example.',
  'error.groups.domain-suffix':
    'Bajo {domain} cualquiera obtiene un nombre. Escribe el que es vuestro, como eastside.{domain}.',
  'error.groups.domain-own':
    '{domain} es de este sitio o está bajo su nombre. Escribe un dominio que tenga tu grupo.',
  'error.groups.domain-local-part':
    'Usa letras latinas minúsculas y cifras, con puntos o guiones sueltos entre ellas, como hola o noticias-este.',
  'error.groups.domain-held':
    'El registro está, pero otro grupo de este sitio ya escribe desde este dominio. Un dominio lo usa un solo grupo a la vez.',
  'mail.groups.domain-lost.subject': 'Falta el registro de correo de {domain}',
  'mail.groups.domain-lost.heading': 'Vuestro dominio perdió su registro',
  'mail.groups.domain-lost.text':
    '{group} escribe desde {domain}. El registro por el que se reconoce ya no está en su DNS, o es otro: hemos mirado dos veces, con una hora entre ellas. Para que vuestro correo siga llegando, ahora sale de la dirección de {site}. Pon otra vez el registro, como dice la página. Cuando vuelva, vuestra propia dirección se usará de nuevo por sí sola.',
  'mail.groups.domain-lost.button': 'Ver el registro que hay que poner',
  'mail.groups.domain-back.subject': 'El correo sale otra vez de {domain}',
  'mail.groups.domain-back.heading': 'El registro ha vuelto',
  'mail.groups.domain-back.text':
    'El registro de {domain} está otra vez. Desde ahora el correo de {group} sale de su propia dirección.',
  'mail.groups.domain-back.button': 'Ver cómo está',
  'compositions.check.own-sender': 'Sale como {address}.',
  'compositions.check.own-sender-missed':
    'La última consulta al DNS no encontró el registro de {domain}. Si la próxima tampoco lo encuentra, sale de la dirección del sitio.',
  'compositions.check.own-sender-lost':
    '{domain} perdió su registro. Sale de {address} hasta que vuelva: los ajustes de tu grupo dicen qué hacer.',
};
