import { expect, test } from 'vitest';
import { writtenEvent, writtenRsvp } from './written.ts';

function formOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('day and hours become one local time each; without a last day it ends on the first', () => {
  const hours = { day: '2026-12-05', starts: '10:00', ends: '12:00', lastDay: '' };
  expect(writtenEvent(formOf(hours))).toMatchObject({ starts: '2026-12-05T10:00', ends: '2026-12-05T12:00' });
  expect(writtenEvent(formOf({ ...hours, lastDay: '2026-12-06' })).ends).toBe('2026-12-06T12:00');
});

test('empty fields are null, and what is no number goes as it was typed', () => {
  expect(writtenEvent(formOf({ capacity: '', onlineUrl: ' ', campaignId: '' }))).toMatchObject({
    capacity: null,
    onlineUrl: null,
    campaignId: null,
  });
  expect(writtenEvent(formOf({ capacity: '24' })).capacity).toBe(24);
  expect(writtenEvent(formOf({ capacity: '0' })).capacity).toBe(0);
  expect(writtenEvent(formOf({ capacity: 'many' })).capacity).toBe('many');
});

test('an answer carries what is ticked, and no name of a need that is not', () => {
  const form = formOf({
    answer: 'maybe',
    guestCount: '2',
    'need-ride': 'yes',
    'needs.note': ' by noon ',
    updates: 'yes',
  });
  expect(writtenRsvp(form)).toEqual({
    answer: 'maybe',
    guestCount: 2,
    needs: { kinds: ['ride'], note: 'by noon' },
    updates: true,
  });
  expect(writtenRsvp(formOf({}))).toMatchObject({ answer: 'going', guestCount: 0, updates: false });
});
