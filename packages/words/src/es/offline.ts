import type { offline as english } from '../en/offline.ts';

export const offline: Record<keyof typeof english, string> = {
  'offline.title': 'No hay conexión',
  'offline.text':
    'Ahora mismo no se puede llegar a esta página. Lo tuyo quedó guardado en este dispositivo: tu página de inicio y los eventos a los que vas.',
  'offline.typed': 'Si enviaste un formulario, no ha llegado. Vuelve atrás: lo que escribiste sigue ahí.',
  'offline.again': 'Probar de nuevo',
  'offline.home': 'Ver lo guardado',
  'offline.kept': 'Estás sin conexión. Esto es del {time}.',
};
