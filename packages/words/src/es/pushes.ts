export const pushes = {
  'pushes.title': 'En este teléfono',
  'pushes.text':
    'Un teléfono o una computadora puede sonar cuando algo es tuyo, o te toca decidirlo, en cuanto pasa. Respeta tus horas de silencio. Si se cierra la sesión ahí, deja de sonar.',
  'pushes.script':
    'Para que este teléfono suene, la página necesita JavaScript, que en este navegador está apagado. El correo te llega sin él.',
  'pushes.unable':
    'Este navegador no puede sonar. En un iPhone o iPad, pon primero este sitio en la pantalla de inicio y ábrelo desde ahí.',
  'pushes.refused':
    'A este navegador se le dijo que no deje sonar este sitio. Puedes permitirlo en los ajustes del navegador.',
  'pushes.failed': 'Esta vez no se pudo. Inténtalo de nuevo cuando tengas conexión.',
  'pushes.add': 'Que suene este teléfono',
  'pushes.added': 'Este teléfono suena desde ahora.',
  'pushes.list': 'Lo que suena',
  'pushes.line': 'Por {carrier}, desde el {day}',
  'pushes.this': 'este',
  'pushes.try': 'Hazlo sonar',
  'pushes.tried': 'Suena en menos de un minuto, si tiene conexión.',
  'pushes.try.title': 'Así suena {site}',
  'pushes.telling':
    'Muestra solo que hay algo nuevo en {site}. Puedes hacer que muestre qué es, y otros podrían leerlo por encima de tu hombro.',
  'pushes.telling.on': 'Di qué es',
  'pushes.telling.off': 'Di solo que hay algo',
  'pushes.end': 'Que no suene más',
  'pushes.ended': 'Ya no suena.',
  'error.pushes.endpoint': 'Este navegador no puede sonar desde aquí.',
  'error.pushes.too-many': 'No suenan más de {most} teléfonos y computadoras. Quita uno antes.',
};
