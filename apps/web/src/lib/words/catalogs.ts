import type { Catalog } from '@groundwork/words';
import type { Language } from '@groundwork/words/languages';

/** One language's sentences. A browser that needs them (few pages do) fetches its own language and no other. */
export async function catalogOf(language: Language): Promise<Catalog> {
  return loaders[language]();
}

const loaders: Record<Language, () => Promise<Catalog>> = {
  en: async () => (await import('@groundwork/words/catalogs/en/all')).english,
  es: async () => (await import('@groundwork/words/catalogs/es/all')).spanish,
  ar: async () => (await import('@groundwork/words/catalogs/ar/all')).arabic,
};
