export const welcome = {
  'ladders.welcome.name': 'Bienvenida',
  'ladders.welcome.hello.subject': 'Qué bien que estés aquí',
  'ladders.welcome.hello.preheader': 'Qué viene ahora y cómo puedes participar.',
  'ladders.welcome.hello.body':
    "Hola, '{{nombre|compa}}':\n\nte has unido a '{{grupo}}'. Gracias.\n\nEn las próximas semanas recibirás dos o tres cartas como esta: dónde nos vemos y qué hay que hacer. Puedes responder a todas; las lee una persona.\n\n¿Qué te ha traído hasta aquí? Respóndenos en una o dos líneas.",
  'ladders.welcome.invite.subject': 'Ven a conocernos',
  'ladders.welcome.invite.preheader': 'La próxima vez que nos juntamos, cerca de ti.',
  'ladders.welcome.invite.body':
    "Hola, '{{nombre|compa}}':\n\ncasi todo lo que hacemos empieza por vernos. Esta es la próxima vez cerca de ti:\n\n'{{evento cercano}}'\n\nNo hace falta saber nada antes. Si vienes sin compañía, pregunta por quien tenga la lista en la puerta.",
  'ladders.welcome.thanks.subject': 'Gracias por venir',
  'ladders.welcome.thanks.preheader': 'Qué podrías hacer ahora.',
  'ladders.welcome.thanks.body':
    "Hola, '{{nombre|compa}}':\n\nviniste, y eso es lo que cuenta. Quienes vienen dos veces son quienes sostienen este grupo.\n\n¿Hay algo de lo que te gustaría encargarte? Respóndenos: para empezar basta con algo pequeño.",
  'ladders.welcome.again.subject': 'Hay otra ocasión',
  'ladders.welcome.again.preheader': 'Por si la última no te venía bien.',
  'ladders.welcome.again.body':
    "Hola, '{{nombre|compa}}':\n\nquizá la última vez no te venía bien. Esta es la siguiente:\n\n'{{evento cercano}}'\n\nSi algo te impide venir, una criatura, el trayecto o la hora, respóndenos: muchas veces tiene arreglo.",
};
