import { createContext } from 'svelte';
import type { Words } from './words.ts';

/** The root layout gives the words, every component takes them: `const { t, date } = useWords()`. */
export const [useWords, provideWords] = createContext<Words>();
