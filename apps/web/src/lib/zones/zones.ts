/** Every time zone there is, by today's names, with one that is chosen kept even when this machine does not list it. */
export function zoneNames(chosen = ''): string[] {
  const listed = Intl.supportedValuesOf('timeZone').map((zone) => TODAY[zone] ?? zone);
  return [...new Set(['UTC', ...listed, chosen])].filter(Boolean).sort();
}

/** The zone that was meant: by its name in any spelling, `europe/kiev`, or by its city alone, `New York`. */
export function readZone(typed: string): string {
  const wanted = plain(typed);
  const today = Object.entries(TODAY).find(([before]) => plain(before) === wanted)?.[1];
  const isMeant = (zone: string) => plain(zone) === wanted || plain(zone.split('/').at(-1) ?? '') === wanted;
  return today ?? zoneNames().find(isMeant) ?? typed;
}

function plain(name: string) {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
}

/** Machines go on listing zones as they were once called. */
const TODAY: Partial<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};
