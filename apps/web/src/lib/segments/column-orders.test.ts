import { expect, test } from 'vitest';
import { PEOPLE_ORDERS } from './asked.ts';
import { isByLetters, isSortedColumn, orderNext, sortOf } from './column-orders.ts';

test('a first press on the head of a column sorts by it, and a second one the other way', () => {
  expect(orderNext('city', 'newest')).toBe('city');
  expect(orderNext('city', 'city')).toBe('city-back');
  expect(orderNext('city', 'city-back')).toBe('city');
  expect(sortOf('city', 'city')).toBe('ascending');
  expect(sortOf('city', 'city-back')).toBe('descending');
  expect(sortOf('city', 'email')).toBeUndefined();
  expect(isSortedColumn('phone')).toBe(false);
});

test('each order is of one column, and begins at letters unless it goes by days or numbers', () => {
  const columns = ['name', 'email', 'city', 'contact', 'tags', 'added', 'seen', 'came', 'assessment'];
  for (const order of PEOPLE_ORDERS)
    expect(columns.filter((column) => isSortedColumn(column) && sortOf(column, order))).toHaveLength(1);
  expect(PEOPLE_ORDERS.filter(isByLetters)).toHaveLength(10);
});
