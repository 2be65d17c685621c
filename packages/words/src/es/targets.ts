import type { targets as english } from '../en/targets.ts';

export const targets = {
  'reports.link.target': 'Denunciar esto',
  'reports.kind.target': 'La página de alguien que decide',
  'mail.reports.target.hide': 'Lo que escribiste de «{title}» está oculto',
  'mail.reports.target.hide.text':
    'Alguien lo denunció. Por ahora solo lo ve quien responde de la lista de {group}. Lo decidió quien modera ahí.',
  'mail.reports.target.show': 'Lo que escribiste de «{title}» ha vuelto',
  'mail.reports.target.show.text':
    'Se retiró la decisión de ocultarlo. Lo ve de nuevo quien podía verlo antes.',
  'mail.targets.promise-due.subject': '¿Se cumplió? {target} prometió algo a {group} para el {date}',
  'mail.targets.promise-due.heading': 'Pasó el día de una promesa',
  'mail.targets.promise-due.text':
    '{target} prometió a {group}, para el {date}: «{promise}». Digan si se cumplió, para que lo sepa quien pida después.',
  'error.targets.twice': 'En esa lista ya hay alguien con este nombre y cargo.',
  'error.targets.not-in': 'El grupo no está ahora en esta coalición.',
  'error.targets.no-promise': 'Aquí no se prometió nada.',
  'error.targets.day-ahead': 'Este día aún no ha llegado.',
  'error.targets.answered-day': 'Elijan un día entre el de la petición y hoy.',
  'error.targets.due-before': 'Es anterior a la petición.',
  'error.targets.not-your-campaign': 'Elijan una campaña que su grupo lleva o apoya.',
  'error.campaigns.no-such-target': 'Esa persona ya no está en su lista. Elijan de nuevo.',
} as const satisfies Record<keyof typeof english, string>;
