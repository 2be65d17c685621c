export const compositions = {
  'compositions.merge.friend': 'compa',
  'compositions.check.merge-unknown':
    '{word} no es una palabra que se sustituya, y se leería tal cual. Quizá está mal escrita.',
  'compositions.check.merge-open':
    'Las llaves de {word} no están cerradas. Una palabra que se sustituye va entre dos llaves a cada lado.',
  'compositions.check.block-unknown':
    '{word} no es ninguno de los bloques, y se leería tal cual. Quizá está mal escrito.',
  'compositions.check.block-incomplete':
    'Falta algo en {word}. Un evento o una petición se nombra por el final de su dirección; un botón, por sus palabras.',
  'compositions.check.block-inside':
    '{word} está entre palabras, o en una lista o una cita. Ponlo en una línea aparte.',
  'compositions.check.button-address':
    '{word} no lleva a ninguna parte. Pon una flecha tras sus palabras y luego una dirección: que empiece por https:// o, en este sitio, por /.',
  'compositions.check.link-address':
    'Nadie puede seguir un enlace a {word}. Una dirección empieza por https:// o, en este sitio, por /, y no lleva palabras que se sustituyan.',
  'compositions.check.link-unused':
    '{word} dice adónde lleva un enlace, y no hay tal enlace, así que nadie lo lee. Escribe [palabras](dirección) donde deba estar el enlace.',
  'compositions.check.picture-foreign':
    'La imagen {word} no está en este sitio, así que le contaría a otro quién lee el correo. Súbela aquí.',
  'compositions.check.subject-long':
    'El asunto tiene {count, number} caracteres, y un teléfono muestra unos 40. Que no pase de {max, number}, con lo principal primero.',
  'compositions.check.subject-capitals':
    'El asunto está todo en mayúsculas: se lee como un grito, y los filtros lo toman por publicidad. Escríbelo como lo dirías.',
  'compositions.check.exclamations':
    '{count, plural, one {Hay un signo de exclamación} other {Hay # signos de exclamación}}. Con uno sobra: los filtros toman más por publicidad.',
  'compositions.check.loud-word':
    'La publicidad ha gastado «{word}», y los filtros lo cuentan. Dilo de otra manera si puedes.',
  'compositions.check.many-links':
    'El correo tiene {count, plural, one {un enlace} other {# enlaces}}. Deja los dos o tres que importan: la gente sigue los primeros, y los filtros desconfían de tantos.',
  'compositions.check.short-link':
    'Un enlace pasa por {host}, que esconde adónde lleva; muchos filtros lo rechazan. Pon la dirección misma, o un enlace corto de este sitio.',
  'compositions.check.link-differs':
    'Un enlace dice {words} y lleva a {address}. Eso hacen los estafadores, y los filtros lo saben. Que diga adónde lleva.',
  'compositions.check.only-pictures':
    'Hay una imagen y apenas palabras. Escribe en el correo lo que dice la imagen: muchos no la ven, y los filtros desconfían.',
  'compositions.check.alt-missing':
    '{count, plural, one {Una imagen no dice} other {# imágenes no dicen}} qué se ve. Escríbelo entre los corchetes, para quien no ve imágenes.',
  'compositions.check.preheader-missing':
    'No hay primeras palabras. Escribe una línea que acompañe al asunto en la lista de correos; si no, ahí se lee cómo empieza el correo.',
  'compositions.check.size-large':
    'El correo pesa {kilobytes, number} KB, que es mucho con mala conexión. Quita lo que no haga falta, primero imágenes.',
  'compositions.check.size-refused':
    'El correo pesa {kilobytes, number} KB, y más de {max, number} KB no se envía: los buzones lo cortan o lo rechazan. Quita imágenes o palabras.',
  'compositions.check.merge-fallback':
    "A quien no tiene nombre se le llama «{friend}» donde el correo dice {word, select, name {'{{nombre completo}}'} other {'{{nombre}}'}}. Si otra palabra va mejor, ponla tras una barra: {word, select, name {'{{nombre completo|vecina}}'} other {'{{nombre|vecina}}'}}.",
} as const;
