import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { PageOf } from '../../paging.ts';
import { prose } from '../../texts.ts';
import { CONTACTS } from './contacts.ts';

const Contacted = Type.Enum([...CONTACTS]);

export const NewNote = Type.Object({
  body: prose(LENGTHS.personNote),
  /** How they were spoken with, where the note is of that. */
  contactedBy: Type.Optional(Type.Union([Contacted, Type.Literal('')])),
  /** For how long it is kept; two years, where nothing is said. */
  months: Type.Optional(Type.Integer({ minimum: 3, maximum: 24 })),
});
export type NewNote = Static<typeof NewNote>;
export const NoteChange = Type.Object({ body: prose(LENGTHS.personNote) });

const NoteView = Type.Object({
  id: Type.String(),
  body: Type.String(),
  contactedBy: Type.Union([Contacted, Type.Null()]),
  /** Null where whoever wrote it is no longer of the group. */
  author: Type.Union([Type.String(), Type.Null()]),
  at: Type.String({ format: 'date-time' }),
  correctedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  until: Type.String({ format: 'date-time' }),
  isMine: Type.Boolean(),
});
export const NotesPage = PageOf(NoteView);
export type NotesPage = Static<typeof NotesPage>;
export const KeptNote = Type.Object({ id: Type.String() });
