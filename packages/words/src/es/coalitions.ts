export const coalitions = {
  'error.groups.coalition-joining': 'Una coalición decide sobre cada grupo o invita. Elige una de las dos.',
  'error.coalitions.council-reported':
    'Ya se ha contado a los grupos de este consejo. Sigue siendo un consejo.',
  'error.coalitions.banned':
    'La coalición expulsó a esta persona. Nombra a otra o habla con sus personas responsables.',
  'error.coalitions.nobody-decides':
    'Ya no hay ningún grupo en esta coalición, así que nadie podría responder.',
  'error.coalitions.circle': 'Una coalición no puede estar en sí misma ni en otra que esté en ella.',
  'error.coalitions.suspended':
    'Este grupo está suspendido de la coalición. Las personas responsables de la coalición pueden readmitirlo.',
  'error.coalitions.by-invitation':
    'Esta coalición acepta los grupos que ella invita. Habla con una de sus personas responsables.',
  'error.coalitions.asked-lately':
    'La respuesta fue no. Se puede volver a preguntar dentro de {days, plural, one {# día} other {# días}}.',
  'error.coalitions.already-decided':
    'Esto ya se decidió o se retiró entretanto. Recarga la página para ver cómo está.',
  'error.coalitions.not-in': 'El grupo no está ahora en esta coalición.',
  'error.coalitions.delegates-only':
    'Los miembros de una coalición son quienes sus grupos nombran para hablar por ellos.',
  'error.coalitions.not-a-member': 'Elige a un miembro del grupo.',
  'error.coalitions.speaks-for-another':
    'Ya habla por otro grupo en esta coalición. Una persona habla por un solo grupo.',
  'error.coalitions.seats-taken':
    'Cada grupo tiene aquí {count, plural, one {# asiento} other {# asientos}} y todos están ocupados. Revoca primero a alguien.',
  'error.coalitions.term': 'Elige un último día entre mañana y dentro de tres años.',
  'error.coalitions.delegates-report': 'Solo quienes hablan por el grupo allí pueden rendir cuentas.',
  'error.coalitions.council-not-over': 'El consejo todavía no ha terminado.',
  'error.messaging.readers-of-coalitions':
    'Solo una coalición tiene canales para toda la gente de sus grupos o para quienes los organizan.',
  'mail.coalitions.applied.subject': '{group} pide entrar en {coalition}',
  'mail.coalitions.applied.heading': 'Un grupo pide entrar',
  'mail.coalitions.applied.text':
    '{group} quiere estar en {coalition} y espera tu respuesta. Puedes leer lo que respondió a sus preguntas.',
  'mail.coalitions.invited.subject': '{coalition} invita a {group}',
  'mail.coalitions.invited.heading': 'Han invitado a tu grupo',
  'mail.coalitions.invited.text':
    '{coalition} quiere que {group} sea uno de sus grupos y espera tu respuesta. Su gente y sus datos siguen siendo suyos.',
  'mail.coalitions.accepted.subject': '{group} está en {coalition}',
  'mail.coalitions.accepted.heading': 'La respuesta es sí',
  'mail.coalitions.accepted.text':
    '{group} es ahora uno de los grupos de {coalition}. Puede nombrar a quien hable por él.',
  'mail.coalitions.declined.subject': '{group} y {coalition}: no',
  'mail.coalitions.declined.heading': 'La respuesta es no',
  'mail.coalitions.declined.text': '{group} no estará en {coalition} por ahora.',
  'mail.coalitions.suspended.subject': '{group} está suspendido de {coalition}',
  'mail.coalitions.suspended.heading': 'Tu grupo está suspendido',
  'mail.coalitions.suspended.text':
    '{coalition} ha suspendido a {group}. Hasta nuevo aviso nadie de tu grupo lee ni escribe en sus canales, y nadie habla por él allí.',
  'mail.coalitions.resumed.subject': '{group} vuelve a estar en {coalition}',
  'mail.coalitions.resumed.heading': 'Tu grupo vuelve a estar dentro',
  'mail.coalitions.resumed.text':
    '{coalition} ha levantado la suspensión de {group}. Nombra de nuevo a quien hable por él.',
  'mail.coalitions.left.subject': '{group} ha dejado {coalition}',
  'mail.coalitions.left.heading': 'Un grupo se ha ido',
  'mail.coalitions.left.text': '{group} ya no está en {coalition}.',
  'mail.coalitions.ended.subject': '{group} ya no está en {coalition}',
  'mail.coalitions.ended.heading': 'Tu grupo está fuera',
  'mail.coalitions.ended.text': '{coalition} ha decidido que {group} ya no es uno de sus grupos.',
  'mail.coalitions.steward-followed.subject': 'Ahora eres responsable de {coalition}',
  'mail.coalitions.steward-followed.heading': 'Sigues a su última persona responsable',
  'mail.coalitions.steward-followed.text':
    'La última persona responsable de {coalition} se ha ido y, de quienes hablan por sus grupos, llevas más tiempo: las llaves son tuyas. En Integrantes puedes nombrar a otras personas responsables.',
  'mail.coalitions.delegate-named.subject': 'Hablas por {group} en {coalition}',
  'mail.coalitions.delegate-named.heading': 'Te han nombrado delegada o delegado',
  'mail.coalitions.delegate-named.text':
    '{group} te ha nombrado para hablar por él en {coalition} hasta el {date}. Tu mandato está en la página. Después de cada consejo tu grupo espera que le rindas cuentas.',
  'mail.coalitions.delegate-recalled.subject': '{group} ha revocado tu delegación en {coalition}',
  'mail.coalitions.delegate-recalled.heading': 'Tu delegación ha sido revocada',
  'mail.coalitions.delegate-recalled.text': 'Ya no hablas por {group} en {coalition}.',
  'mail.coalitions.delegate-lost.subject': '{group} tiene un asiento vacío en {coalition}',
  'mail.coalitions.delegate-lost.heading': 'Un asiento está vacío',
  'mail.coalitions.delegate-lost.text':
    'Alguien que hablaba por {group} en {coalition} se ha ido o fue expulsado. Puedes nombrar a otra persona.',
  'mail.coalitions.term-soon.subject': 'Un período en {coalition} termina el {date}',
  'mail.coalitions.term-soon.heading': 'Un período termina pronto',
  'mail.coalitions.term-soon.text':
    'El período de {name}, que habla por {group} en {coalition}, termina el {date}. Las personas responsables del grupo pueden nombrarle de nuevo, o a otra persona.',
  'mail.coalitions.term-over.subject': 'Un período en {coalition} ha terminado',
  'mail.coalitions.term-over.heading': 'Un período ha terminado',
  'mail.coalitions.term-over.text':
    'El período de {name}, que hablaba por {group} en {coalition}, terminó el {date}. Las personas responsables del grupo pueden nombrarle de nuevo, o a otra persona.',
  'mail.coalitions.report-due.subject': '{group} espera que le cuentes del consejo de {coalition}',
  'mail.coalitions.report-due.heading': 'Rinde cuentas a tu grupo',
  'mail.coalitions.report-due.text':
    'Ha terminado un consejo de {coalition}. Cuenta a la gente de {group} antes del {date} qué se decidió y qué dijiste allí.',
};
