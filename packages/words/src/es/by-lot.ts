import type { byLot as english } from '../en/by-lot.ts';

export const byLot = {
  'campaigns.sign.any':
    'Cualquiera de los grupos de esta campaña puede tener mi nombre y mi dirección, y escribirme',
  'campaigns.sign.any.hint':
    '{groups}. Un día después de que termine la campaña, cada uno recibe por sorteo tantas personas nuevas como llegaron a través de él. Hasta entonces puedes retirarlo; después puedes parar a cada uno por separado.',
  'campaigns.sign.email.hint.any':
    'No hace falta cuenta. Además de {group}, otros lo reciben solo si lo dices abajo, por sorteo.',
  'campaigns.own.any':
    'Esto se marcó junto con tu nombre y tu dirección. Quita la marca si ningún otro grupo debe tenerlos.',
  'campaigns.own.affirmed': 'Esperan tu nombre',
  'campaigns.own.affirmed.choice':
    'Estos grupos reciben tu nombre y tu dirección en cuanto tu firma cuente: {groups}.',
  'campaigns.own.affirmed.proportional':
    'Dijiste que sí a cualquiera de estos: {groups}. Un día después de que termine la campaña se sortea, y reciben tu nombre y tu dirección aquellos a los que les toques.',
  'campaigns.own.affirmed.back': 'Retirar este sí',

  'campaigns.field.sharing.proportional':
    'En proporción: el formulario tiene una sola casilla para todos los grupos; de quienes la marcan, cada grupo recibe por sorteo tantas personas como trajo, un día después de que termine la campaña',
  'campaigns.alongside.proportional':
    'En proporción: el formulario tiene una sola casilla para todos los grupos. Un día después de que termine la campaña, cada grupo recibe por sorteo tantas personas nuevas como trajo, de entre quienes la marcaron.',
  'campaigns.manage.end.proportional':
    'Un día después, quienes dijeron que sí a cualquiera de sus grupos se reparten por sorteo. Hasta entonces pueden retirar el resultado; lo que ya pasó se queda donde está.',

  'campaigns.draws.title': 'Por sorteo',
  'campaigns.draws.none': 'Todavía no se ha sorteado nada. Se hace un día después de que termine la campaña.',
  'campaigns.draws.few':
    'No se ha sorteado nada para su grupo. Recibe personas por sorteo cuando otros han traído al menos diez que dijeron que sí a cualquier grupo, y su grupo trajo a alguien.',
  'campaigns.draws.commitment': 'La semilla sellada',
  'campaigns.draws.commitment.text':
    'Se fijó antes de que firmara nadie y decide qué suertes salen. Apúntenla ahora: después del sorteo verán la semilla misma, y que es la misma.',
  'campaigns.draws.row':
    '{moment}: {drawn, plural, one {les tocó # persona} other {les tocaron # personas}} de {lots, plural, one {# suerte} other {# suertes}}.',
  'campaigns.draws.row.why':
    'Su grupo había traído {brought, plural, one {# persona} other {# personas}}, y antes había recibido {before, plural, =0 {a nadie} one {# persona} other {# personas}}.',
  'campaigns.draws.list': 'La lista de suertes, sin nombres',
  'campaigns.draws.script': 'El programa que las sortea de nuevo',
  'campaigns.draws.people': 'Quiénes les tocaron, en CSV',
  'campaigns.draws.people.text':
    'Con la clave de cada suerte, para comprobar que son las que salieron. Queda constancia, y ellos pueden ver que estaban en la lista.',
} as const satisfies Record<keyof typeof english, string>;
