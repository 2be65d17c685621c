import { expect, test } from 'vitest';
import { firstNameOf } from './first-names.ts';
import { mergeUse } from './merge-words.ts';
import { mergeValues } from './merging.ts';

test.for([
  ['Ana Pérez', 'Ana'],
  ['Ana', 'Ana'],
  ['  Ana   Pérez ', 'Ana'],
  ['Dr. Ana Pérez', 'Ana'],
  ['Dra Ana', 'Ana'],
  ['Prof. Dr. Ana Pérez', 'Ana'],
  ['Dr.', 'Dr.'],
  ['Pérez, Ana María', 'Ana'],
  ['Martin King, Jr.', 'Martin'],
  ['J. Edgar Smith', 'J. Edgar'],
  ['Abdul Rahman Saleh', 'Abdul Rahman'],
  ['Abd al Rahman Saleh', 'Abd al Rahman'],
  ['عبد الرحمن صالح', 'عبد الرحمن'],
  ['عبد', 'عبد'],
  ['د. أحمد علي', 'أحمد'],
  ['الأستاذة أم كلثوم إبراهيم', 'أم كلثوم'],
  ['نور الدين محمود', 'نور الدين'],
  ['李小龙', '李小龙'],
  ['', ''],
  [',', ','],
] as const)('%s is greeted as %s', ([name, first]) => {
  expect(firstNameOf(name)).toBe(first);
});

test('who has no name is called as the letter says, or as its language does', () => {
  const mergeWords = [
    mergeUse('first-name', null),
    mergeUse('first-name', 'neighbour'),
    mergeUse('group', null),
  ];
  const valuesOf = (name: string, language: 'en' | 'es' | 'ar') =>
    Object.values(mergeValues({ mergeWords }, { name, language, group: 'Eastside' }));
  expect(valuesOf('Ana Pérez', 'en')).toEqual(['Ana', 'Ana', 'Eastside']);
  expect(valuesOf(' ', 'en')).toEqual(['friend', 'neighbour', 'Eastside']);
  expect(valuesOf('', 'es')[0]).toBe('compa');
  expect(valuesOf('', 'ar')[0]).toBe('صديقنا');
});
