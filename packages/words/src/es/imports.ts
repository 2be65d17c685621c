/** Traer listas de personas: cómo se lee un archivo, qué tiene de raro y qué resultó. */
export const imports = {
  'people.imports.title': 'Traer una lista',
  'people.imports.intro':
    'Un libro de Excel (.xlsx) o un archivo CSV de una hoja de cálculo o de otra herramienta, hasta 100 000 filas. Verás cómo lo leemos antes de añadir nada.',
  'people.imports.file': 'Hoja de cálculo (.xlsx, .csv, .tsv)',
  'people.imports.read': 'Leer el archivo',
  'people.imports.earlier': 'Listas anteriores',
  'people.imports.empty': 'Todavía no se ha traído ninguna lista. Elige un archivo arriba para empezar.',
  'people.imports.preview': 'Así leemos {file}',
  'people.imports.rows': '{count, plural, one {# fila} many {# de filas} other {# filas}}',
  'people.imports.coming': '{fresh} nuevas, {known} ya conocidas, {refused} sin tomar',
  'people.imports.refused':
    '{count, plural, one {# fila no se puede tomar} many {# de filas no se pueden tomar} other {# filas no se pueden tomar}}',
  'people.imports.refused.row': 'Fila {row}, {field}: {message}',
  'people.imports.refused.more': 'Estas son las primeras {count}. Las demás filas sí se traerán.',
  'people.imports.sample': 'Las primeras filas y las raras, como las leemos',
  'people.imports.spelling': '¿Las letras o las columnas se ven mal?',
  'people.imports.encoding': 'Codificación de las letras',
  'people.imports.delimiter': 'Entre columnas hay',
  'people.imports.delimiter.comma': 'una coma',
  'people.imports.delimiter.semicolon': 'un punto y coma',
  'people.imports.delimiter.tab': 'un tabulador',
  'people.imports.delimiter.bar': 'una barra',
  'people.imports.columns': 'Qué es cada columna',
  'people.imports.field.name': 'Nombre completo',
  'people.imports.field.firstName': 'Nombre',
  'people.imports.field.lastName': 'Apellidos',
  'people.imports.field.email': 'Correo',
  'people.imports.field.phone': 'Teléfono',
  'people.imports.field.street': 'Calle y número',
  'people.imports.field.city': 'Ciudad',
  'people.imports.field.region': 'Región o provincia',
  'people.imports.field.postcode': 'Código postal',
  'people.imports.field.country': 'País',
  'people.imports.field.tags': 'Etiquetas',
  'people.imports.field.language': 'Idioma',
  'people.imports.consent': '¿A quién puede escribir {group}?',
  'people.imports.consent.hint':
    'Elige un sí solo si puedes demostrarlo. Un no sigue siendo un no: el del archivo y el que se dijo aquí antes.',
  'people.imports.reread': 'Leerlo así otra vez',
  'people.imports.apply': 'Traer a {count, plural, one {# persona} many {# de personas} other {# personas}}',
  'people.imports.state.preview': 'sin aplicar',
  'people.imports.state.asked': 'en marcha',
  'people.imports.state.done': 'hecho',
  'people.imports.state.undo-asked': 'deshaciéndose',
  'people.imports.state.undone': 'deshecho',
  'people.imports.progress': 'de {total} filas ya están dentro',
  'people.imports.outcome': '{added} añadidas, {known} ya conocidas, {refused} sin tomar',
  'people.imports.look-again': 'Mirar otra vez',
  'people.imports.undone': '{removed} de {added} quitadas.',
  'people.imports.undone.kept':
    '{count, plural, one {# persona ha hecho algo desde entonces y se queda.} many {# de personas han hecho algo desde entonces y se quedan.} other {# personas han hecho algo desde entonces y se quedan.}}',
  'people.imports.undoing': 'de {added} personas ya están fuera',
  'people.imports.see': 'Ver a todas',
  'people.imports.undo': 'Deshacer esta lista',
  'people.imports.undo.until': 'Se puede deshacer hasta el {date}.',
  'people.imports.undo.confirm':
    'Se quita a quienes llegaron con esta lista, menos a quienes hayan hecho algo desde entonces. También se quita cada sí, cada no, cada etiqueta y cada dirección que trajo.',
  'people.imports.field.middleName': 'Segundo nombre',
  'people.imports.field.asTag': 'Guardarla como etiqueta',
  'people.imports.field.emailAnswer': 'Sí o no al correo',
  'people.imports.field.textAnswer': 'Sí o no a los mensajes de texto',
  'people.imports.field.noEmail': 'No recibe correo',
  'people.imports.field.noText': 'No recibe mensajes de texto',
  'people.imports.field.noCall': 'No recibe llamadas',
  'people.imports.field.noPost': 'No recibe cartas',
  'people.imports.field.noSharing': 'No se cede a otros grupos',
  'people.imports.field.noContact': 'No se la contacta de ningún modo',
  'people.imports.field.badEmail': 'Correo que no funciona',
  'people.imports.field.badPhone': 'Número que no funciona',
  'people.imports.field.agreedAt': 'Día en que aceptó el correo',
  'people.imports.field.came': 'Si asistió',
  'people.imports.field.cameTo': 'A qué asistió',
  'people.imports.field.cameOn': 'Cuándo fue',
  'people.imports.field.none': 'Dejarla fuera',
  'people.imports.found': 'Lo que encontramos',
  'people.imports.found.noes':
    '{count, plural, one {# fila dice no al correo. Entra como un no, elijas lo que elijas abajo.} many {# de filas dicen no al correo. Entran como un no, elijas lo que elijas abajo.} other {# filas dicen no al correo. Entran como un no, elijas lo que elijas abajo.}}',
  'people.imports.found.said': '{count, plural, one {# lo dice} many {# lo dicen} other {# lo dicen}}',
  'people.imports.found.do-not-contact':
    '{count, plural, one {a # no se la contacta de ningún modo} many {a # no se las contacta de ningún modo} other {a # no se las contacta de ningún modo}}',
  'people.imports.found.bad-address':
    '{count, plural, one {# tiene un correo que no funciona} many {# tienen un correo que no funciona} other {# tienen un correo que no funciona}}',
  'people.imports.found.unclear':
    '{count, plural, one {# dice algo que no conocemos} many {# dicen algo que no conocemos} other {# dicen algo que no conocemos}}',
  'people.imports.found.value': '{column}: «{value}» ({count})',
  'people.imports.found.values':
    'No conocemos estas palabras y las tomamos por un no. Si una columna no trata del consentimiento, déjala fuera abajo.',
  'people.imports.found.blank':
    '{count, plural, one {# fila está vacía donde iría un sí. Entra como un no.} many {# de filas están vacías donde iría un sí. Entran como un no.} other {# filas están vacías donde iría un sí. Entran como un no.}}',
  'people.imports.found.overruled':
    '{count, plural, one {# de estas personas aceptó aquí el correo. El no de este archivo ocupa su lugar.} many {# de estas personas aceptaron aquí el correo. El no de este archivo ocupa su lugar.} other {# de estas personas aceptaron aquí el correo. El no de este archivo ocupa su lugar.}}',
  'people.imports.found.erased-no':
    '{count, plural, one {# persona dijo aquí que no y fue borrada. Entra con un no, elijas lo que elijas abajo.} many {# personas dijeron aquí que no y fueron borradas. Entran con un no, elijas lo que elijas abajo.} other {# personas dijeron aquí que no y fueron borradas. Entran con un no, elijas lo que elijas abajo.}}',
  'people.imports.found.text-yes':
    '{count, plural, one {# fila dice que sí a los mensajes de texto. Llega como un sí si eliges abajo a quién se puede escribir.} many {# de filas dicen que sí a los mensajes de texto. Llegan como un sí si eliges abajo a quién se puede escribir.} other {# filas dicen que sí a los mensajes de texto. Llegan como un sí si eliges abajo a quién se puede escribir.}}',
  'people.imports.found.came':
    '{count, plural, one {# fila dice que alguien asistió.} many {# de filas dicen que alguien asistió.} other {# filas dicen que alguien asistió.}} Se guarda en su historial y cuenta cuando preguntas quién asistió.',
  'people.imports.found.other':
    '{count, plural, one {# fila dice no a mensajes, llamadas, cartas o cesión. Se guarda.} many {# de filas dicen no a mensajes, llamadas, cartas o cesión. Se guarda.} other {# filas dicen no a mensajes, llamadas, cartas o cesión. Se guarda.}}',
  'people.imports.found.without-email':
    '{count, plural, one {# persona tiene teléfono y no tiene correo.} many {# de personas tienen teléfono y no tienen correo.} other {# personas tienen teléfono y no tienen correo.}}',
  'people.imports.found.repeated':
    '{count, plural, one {# fila repite a alguien. Lo que añade va a la primera.} many {# de filas repiten a alguien. Lo que añaden va a la primera.} other {# filas repiten a alguien. Lo que añaden va a la primera.}}',
  'people.imports.found.repaired':
    '{count, plural, one {# fila tiene letras escritas con otra codificación. Las hemos corregido; míralas.} many {# de filas tienen letras escritas con otra codificación. Las hemos corregido; míralas.} other {# filas tienen letras escritas con otra codificación. Las hemos corregido; míralas.}}',
  'people.imports.found.never':
    '{count, plural, one {# columna tiene direcciones de internet (IP), navegadores o lugares en el mapa: {columns}.} many {# de columnas tienen direcciones de internet (IP), navegadores o lugares en el mapa: {columns}.} other {# columnas tienen direcciones de internet (IP), navegadores o lugares en el mapa: {columns}.}} Eso no se guarda nunca de nadie.',
  'people.imports.found.unkept':
    '{count, plural, one {# columna no se guarda: {columns}.} many {# de columnas no se guardan: {columns}.} other {# columnas no se guardan: {columns}.}} Puedes guardar cada una como campo o como etiqueta.',
  'error.people.field-nameless': 'Una columna sin encabezado no puede ser un campo nuevo: no tendría nombre.',
  'people.imports.field.new': 'Un campo nuevo: «{name}»',
  'people.imports.field.own': 'Vuestro campo: {name}',
  'people.imports.purpose': '¿Por qué necesita saber el grupo lo que pasa a ser un campo nuevo?',
  'people.imports.purpose.hint':
    'Solo si una columna lo es. La gente lo lee junto a lo que guardáis de ella.',
  'people.imports.known.kept': 'Como dijiste antes para un archivo así.',
  'people.imports.known.heading': 'Se conoce por su encabezado.',
  'people.imports.known.values': 'Se supone por lo que hay debajo.',
  'people.imports.known.said': 'Como dijiste.',
  'people.imports.known.not': 'No se conoce.',
  'people.imports.known.never': 'No se guarda nunca.',
  'people.imports.kept-mapping':
    'Ya se trajo un archivo con los mismos encabezados. Cada columna es lo que dijiste entonces.',
  'people.imports.found.odd':
    '{count, plural, one {# celda no es un valor del campo que rellenaría. Se deja fuera; su fila entra.} other {# celdas no son valores de los campos que rellenarían. Se dejan fuera; sus filas entran.}}',
  'people.imports.found.odd.value': '{column}: «{value}» ({count}). {message}',
  'error.people.workbook-too-large':
    'Este libro es demasiado grande. Guarda como CSV la hoja con las personas, o divídelo, y vuelve a intentarlo.',
  'error.people.workbook-unreadable':
    'No hay ninguna hoja con personas en este archivo. Guárdalo como CSV o .xlsx en tu hoja de cálculo y vuelve a intentarlo.',
  'error.people.file-pdf':
    'Esto es un PDF, y sus columnas no se distinguen. Abre aquello de lo que salió y guárdalo como CSV o .xlsx.',
  'error.people.file-picture':
    'Esto es una imagen. Hace falta la hoja de cálculo: guárdala como CSV o .xlsx.',
  'error.people.file-old-workbook':
    'Este archivo tiene el formato antiguo de Excel o Word. Ábrelo, guárdalo como .xlsx o CSV y vuelve a intentarlo.',
  'error.people.file-document':
    'Esto es un documento de texto. Copia su tabla a una hoja de cálculo, guárdala como CSV o .xlsx y vuelve a intentarlo.',
  'error.people.file-packed':
    'Este archivo está comprimido. Descomprímelo y elige el CSV o .xlsx que contiene.',
  'error.people.file-web-page':
    'Esto es una página web, diga lo que diga su nombre. Ábrela en tu hoja de cálculo y guárdala como CSV o .xlsx.',
  'people.imports.found.sheet': 'Leído de la hoja «{sheet}».',
  'people.imports.found.no-headings':
    'La primera fila tiene una dirección, así que la tomamos por una persona. Di abajo si es un encabezado.',
  'people.imports.found.above':
    '{count, plural, one {# fila sobre los encabezados queda fuera.} many {# de filas sobre los encabezados quedan fuera.} other {# filas sobre los encabezados quedan fuera.}}',
  'people.imports.found.no-addresses':
    'Ninguna columna tiene direcciones ni teléfonos. Meetup, Facebook y otras entregan sus listas sin ellos: manda allí el enlace a la página de tu grupo.',
  'people.imports.kept': 'Columnas que guardamos',
  'people.imports.unkept': 'Columnas que no se guardan',
  'people.imports.column.number': 'Columna {number}',
  'people.imports.column.example': 'Por ejemplo: {values}',
  'people.imports.heading-row': 'Los encabezados están en',
  'people.imports.heading-row.none': 'ninguna fila: la primera es una persona',
  'people.imports.heading-row.row': 'la fila {row}',
  'people.imports.sample.row': 'Fila',
  'people.imports.sample.remarks': 'Qué tiene de raro',
  'people.imports.consent.none': 'A nadie de esta lista, por ahora',
  'people.imports.consent.file':
    '{count, plural, one {Solo a # persona, de quien el archivo dice que aceptó} many {Solo a las # de personas de quienes el archivo dice que aceptaron} other {Solo a las # personas de quienes el archivo dice que aceptaron}}',
  'people.imports.consent.file.text':
    '{count, plural, one {A nadie por correo, y por mensaje de texto a la # persona de la que el archivo dice que aceptó} many {A nadie por correo, y por mensaje de texto al # de personas de las que el archivo dice que aceptaron} other {A nadie por correo, y por mensaje de texto a las # personas de las que el archivo dice que aceptaron}}',
  'people.imports.consent.email':
    'A todas las de este archivo que no dicen que no: todas aceptaron recibir correo de {group}',
  'people.imports.consent.no': 'A nadie, nunca: todas las de este archivo dijeron que no',
  'people.imports.outcome.noes':
    '{count, plural, one {# entró como un no al correo.} many {# entraron como un no al correo.} other {# entraron como un no al correo.}}',
  'people.imports.outcome.repeated':
    '{count, plural, one {# fila repetía a alguien.} many {# de filas repetían a alguien.} other {# filas repetían a alguien.}}',

  'error.people.file-unreadable':
    'No pudimos leer este archivo. Guárdalo como CSV en tu hoja de cálculo e inténtalo de nuevo.',
  'error.people.import-applied': 'Esta lista ya se aplicó. Vuelve a cargar la página para ver cómo va.',
  'error.people.import-settled': 'Esta lista llegó hace más de 30 días y ya no se puede deshacer entera.',
  'error.people.email-column-needed': 'Di qué columna tiene las direcciones de correo o los teléfonos.',
  'error.people.nobody-to-bring':
    'No se puede traer ninguna fila de este archivo. Elige otro archivo, o di en qué fila están los encabezados.',
  'error.people.row-repeats':
    'Alguien que ya aparece antes en el archivo: lo que esta fila añade va a esa persona.',
  'error.people.too-many-rows':
    'Este archivo tiene más de {max} filas. Divídelo y trae las partes una tras otra.',
  'error.people.no-way-to-reach': 'No hay correo ni teléfono.',
  'error.people.without-email': 'Teléfono y ningún correo.',
  'error.people.several-addresses': 'Varios correos: se escribe al primero y se guardan los demás.',
  'error.people.many-tags': 'Más de veinte etiquetas: se guardan las primeras veinte.',
  'error.people.long-tags': 'De una etiqueta de más de 40 caracteres se guardan los primeros 40.',
  'error.people.other-language': 'Aquí no se escribe correo en ese idioma: se toma el de la lista.',
  'error.people.odd-attendance': 'No conocemos «{value}»: no se anota que nadie asistiera por ello.',
  'error.people.unclear-moment': 'No podemos leer esta fecha, así que se deja fuera.',
  'error.people.several-numbers': 'Varios teléfonos: el primero va primero y se guardan los demás.',
  'error.people.bytes-repaired': 'Algunas letras estaban en otra codificación. Las hemos corregido.',
  'error.people.unclear': 'No conocemos «{value}» y lo tomamos por un no.',
  'error.people.no.said': 'Dice no al correo.',
  'error.people.no.do-not-contact': 'No se la contacta de ningún modo.',
  'error.people.no.bad-address': 'El correo no funciona: un no al correo.',
  'error.people.no.blank': 'Vacío donde iría un sí: un no al correo.',
  'error.people.no.unclear': 'Un no al correo.',
  'error.people.too-many-columns': 'Este archivo tiene más de {max} columnas. Quita las que no necesites.',
  'people.imports.field.externalIds': 'Números que les dan otras herramientas',
  'people.imports.field.toolId': 'Su número en {tool}',
  'people.imports.found.by-id':
    '{count, plural, one {Aquí se conoce a # persona por su número en {tool}.} many {Aquí se conoce a # de personas por su número en {tool}.} other {Aquí se conoce a # personas por su número en {tool}.}}',
  'people.imports.dates.day-first':
    '«{column}» escribe primero el día: la fila {row} dice {because}, y no hay mes trece. Así se lee también {example}.',
  'people.imports.dates.month-first':
    '«{column}» escribe primero el mes: la fila {row} dice {because}, y no hay mes trece. Así se lee también {example}.',
  'people.imports.dates.unsaid':
    '{count, plural, one {«{column}» tiene # fecha que se puede leer de dos maneras, y nada en la columna dice cuál: {example}.} many {«{column}» tiene # de fechas que se pueden leer de dos maneras, y nada en la columna dice cuál. Una es {example}.} other {«{column}» tiene # fechas que se pueden leer de dos maneras, y nada en la columna dice cuál. Una es {example}.}} Di abajo qué número es el día.',
  'people.imports.dates.mixed':
    '«{column}» escribe unas fechas con el día primero y otras con el mes primero. {count, plural, one {# se puede leer de las dos maneras: {example}.} many {# se pueden leer de las dos maneras. Una es {example}.} other {# se pueden leer de las dos maneras. Una es {example}.}} Di abajo qué número es el día.',
  'people.imports.date-order': '¿Qué número es el día en {example}?',
  'people.imports.date-order.hint':
    'Mira cómo escribe las fechas la herramienta o el país de donde viene el archivo.',
  'people.imports.date-order.day-first': 'El primero: {day}',
  'people.imports.date-order.month-first': 'El segundo: {day}',
  'people.imports.sheet': 'Hoja del libro',
  'people.imports.sheet.hint':
    '{count, plural, one {El libro tiene # hoja con algo.} many {El libro tiene # de hojas con algo. Se traen las personas de una hoja cada vez: elige y léelo otra vez.} other {El libro tiene # hojas con algo. Se traen las personas de una hoja cada vez: elige y léelo otra vez.}}',
  'error.people.twofold-moment': 'Esta fecha se puede leer de dos maneras: di qué número es el día.',
  'people.tool.action-network': 'Action Network',
  'people.tool.nationbuilder': 'NationBuilder',
  'people.tool.civicrm': 'CiviCRM',
  'people.tool.zetkin': 'Zetkin',
  'people.tool.mailchimp': 'Mailchimp',
  'people.tool.everyaction': 'EveryAction',
  'error.people.date-order-needed': 'Di qué número es el día. No lo adivinamos.',
  'error.people.value-email': 'Esto no es un correo.',
  'error.people.value-phone': 'Esto no es un número de teléfono.',
  'error.people.many-further': 'Más de diez correos o números más: se guardan los diez primeros.',
  'error.people.bad-email-left-out': 'Uno de los correos no funciona: se deja fuera y se toman los demás.',
  'error.people.bad-phone-left-out': 'Uno de los números no funciona: se deja fuera y se toman los demás.',
  'error.people.file-too-large':
    'Este archivo pasa de {megabytes} MB, lo máximo que leemos. Guarda como CSV solo la hoja con las personas, o divídelo, y trae las partes una tras otra.',
} as const;
