import type { Language } from '@groundwork/words';

const first = {
  en: 'Ada Ben Chloe Daniel Elsie Frank Grace Henry Imani Jack Kezia Leon Mabel Noah Opal Priya Quentin Ruth Seth Tara Uma Victor Wren Xenia Yusuf Zora'.split(
    ' ',
  ),
  es: 'Alba Bruno Camila Diego Elena Fermín Gloria Hugo Inés Javier Lidia Mateo Noelia Óscar Pilar Ramón Silvia Teresa Ulises Valeria Ximena Yolanda'.split(
    ' ',
  ),
};
const last = {
  en: 'Abbott Baker Chen Douglas Ellis Foster Grant Hughes Ibrahim Jones Kim Lewis Moore Nguyen Owens Price Quinn Reed Singh Turner Underwood Vance Walker Young'.split(
    ' ',
  ),
  es: 'Álvarez Benítez Castro Domínguez Escobar Flores Gálvez Herrera Ibáñez Juárez Lozano Márquez Navarro Ortega Paredes Quiroga Rivas Salazar Trujillo Vargas'.split(
    ' ',
  ),
};

/** The n-th person of a crowd: always the same one, so that two demonstrations look alike. */
export function nthPerson(n: number, language: Language): { name: string; email: string } {
  const tongue = language === 'es' ? 'es' : 'en';
  const given = pick(first[tongue], n * 7 + 3);
  const family = pick(last[tongue], n * 13 + Math.floor(n / 26));
  const address = `${given}.${family}.${n}`
    .normalize('NFD')
    .replaceAll(/[^\w.]/g, '')
    .toLowerCase();
  return { name: `${given} ${family}`, email: `${address}@example.org` };
}

function pick(list: string[], n: number): string {
  return list[n % list.length] ?? '';
}
