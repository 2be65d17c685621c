import type { contactBudget as english } from '../en/contact-budget.ts';

export const contactBudget = {
  'coalitions.budget': 'Presupuesto de contacto',
  'coalitions.budget.intro':
    'Cuántos correos por semana recibe como máximo una persona de los grupos de esta coalición juntos. Cada grupo decide por sí mismo si lo respeta. No pasa ningún nombre ni dirección: a quién escribieron los demás no se le dice a nadie.',
  'coalitions.budget.field': 'Correos por semana como máximo',
  'coalitions.budget.hint':
    'De 1 a 14. Se pregunta por correo a quienes administran cada grupo. Hasta que un grupo diga que sí a un número nuevo, mantiene aquel al que dijo que sí.',
  'coalitions.budget.end': 'Terminarlo para todos los grupos',
  'coalitions.budget.end.text':
    'Con él termina el sí de cada grupo, y se borra lo que contaba esta semana. Para tener otro, cada grupo tiene que decir que sí de nuevo.',
  'coalitions.budget.propose': 'Proponerlo',
  'coalitions.budget.proposed':
    '{count, plural, one {Como máximo # correo por semana} other {Como máximo # correos por semana}} a una persona, de todos los grupos que lo respetan.',
  'coalitions.budget.none': 'Esta coalición no propone ningún presupuesto de contacto.',
  'coalitions.budget.keepers': 'Grupos que lo respetan',
  'coalitions.budget.keepers.none': 'Ningún grupo que puedas conocer lo respeta todavía.',
  'coalitions.budget.keeps': '{count, plural, one {# correo por semana} other {# correos por semana}}',
  'coalitions.budget.own.intro':
    'Desde el sí, las cartas de tu grupo a muchas personas cuentan, y una carta a 50 o más pasa por alto a quien ya recibió bastante de todos los grupos que lo respetan. Sabrás cuántas son, redondeado a la decena inferior, y nunca quiénes.',
  'coalitions.budget.own.price':
    'Las personas pasadas por alto figuran en tus listas y cifras como si la hubieran recibido. A menos de 50, y en las escaleras, solo cuentan tus propias cartas.',
  'coalitions.budget.own.asked':
    '{coalition} propone {count, plural, one {# correo por semana} other {# correos por semana}} como máximo. Tu grupo no ha dicho que sí a eso.',
  'coalitions.budget.own.kept':
    'Tu grupo respeta {count, plural, one {# correo por semana} other {# correos por semana}} como máximo, desde el {date}.',
  'coalitions.budget.own.kept-by':
    'Tu grupo respeta {count, plural, one {# correo por semana} other {# correos por semana}} como máximo, desde el {date}, por el sí de {name}.',
  'coalitions.budget.own.yes':
    '{count, plural, one {Sí, respetar # correo por semana} other {Sí, respetar # correos por semana}}',
  'coalitions.budget.own.drop': 'Retirar el sí',
  'coalitions.budget.own.suspended': 'Mientras tu grupo esté apartado, no respeta aquí ningún presupuesto.',
  'coalitions.done.budget':
    'La propuesta está hecha. Se pregunta por correo a quienes administran cada grupo.',
  'coalitions.done.budget-ended': 'El presupuesto de contacto ha terminado para todos los grupos.',
  'coalitions.done.budget-kept': 'Tu grupo respeta el presupuesto de contacto desde ahora.',
  'coalitions.done.budget-dropped': 'Tu grupo ya no respeta aquí ningún presupuesto de contacto.',
  'error.coalitions.budget-changed': 'Ahora se propone otro número. Léelo de nuevo y decide.',
  'mail.coalitions.budget-proposed.subject': '{coalition} propone con qué frecuencia escriben sus grupos',
  'mail.coalitions.budget-proposed.heading': 'Se propone un presupuesto de contacto',
  'mail.coalitions.budget-proposed.text':
    '{coalition} propone que nadie reciba más de {count, plural, one {# correo} other {# correos}} por semana de sus grupos juntos. {group} lo respeta si alguien que lo administra dice que sí; sin eso no pasa nada. Ningún nombre pasa a otro grupo.',

  'compositions.check.budget-own':
    'Tu grupo respeta el presupuesto de contacto de {coalitions}: {most, plural, one {# correo} other {# correos}} por semana. A menos de {from}, solo cuentan tus propias cartas.',
  'compositions.check.budget-few':
    'Presupuesto de contacto de {coalitions} ({most, plural, one {# correo} other {# correos}} por semana): se pasa por alto a menos de 10 de estas personas, o a ninguna. Quedan libres en una semana como muy tarde.',
  'compositions.check.budget-some':
    'Presupuesto de contacto de {coalitions} ({most, plural, one {# correo} other {# correos}} por semana): se pasa por alto al menos a {count, number} de estas personas. El {on} todas estarán libres de nuevo.',
  'compositions.check.budget-unknown':
    'Presupuesto de contacto de {coalitions} ({most, plural, one {# correo} other {# correos}} por semana): puede que se pase por alto a algunas de estas personas. Cuántas no se calcula de nuevo ahora.',
  'mailings.why.coalition-budget':
    '{count, plural, one {ya recibió esta semana los envíos vuestros que permite el presupuesto de contacto} other {ya recibieron esta semana los envíos vuestros que permite el presupuesto de contacto}}',
  'mailings.left-out.coalition-budget':
    'Ya recibieron esta semana los envíos vuestros que permite el presupuesto de contacto',
  'mailings.budgeted.few':
    'El presupuesto de contacto de vuestra coalición pasó por alto a menos de 10 de estas personas, o a ninguna. Quedaron fuera, no se aplazó: en una semana como muy tarde podéis escribirles de nuevo. Quiénes son no se le dice a nadie.',
  'mailings.budgeted.some':
    'El presupuesto de contacto de vuestra coalición pasó por alto al menos a {count, number} de estas personas. Quedaron fuera, no se aplazó: el {date} todas estarán libres de nuevo. Quiénes son no se le dice a nadie.',
  'people.history.mailed-budgeted':
    'Correo enviado: {label} (un envío en el que un presupuesto de contacto pudo pasar por alto a algunas personas)',
  'own.budget':
    'Respeta el presupuesto de contacto de {coalition}: de los grupos que lo respetan recibes como máximo {count, plural, one {# correo} other {# correos}} a muchas personas por semana.',
  'own.budget.unnamed':
    'Respeta el presupuesto de contacto de una coalición: de los grupos que lo respetan recibes como máximo {count, plural, one {# correo} other {# correos}} a muchas personas por semana.',
} as const satisfies Record<keyof typeof english, string>;
