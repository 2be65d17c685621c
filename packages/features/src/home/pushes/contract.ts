import { Type, type Static } from 'typebox';
import { sealOf, WEB_PAGE_PATTERN } from '../../texts.ts';

/** A browser that whoever asks lets be rung. */
export const DeviceLine = Type.Object({
  id: Type.String(),
  /** Who carries messages to it: the host of its endpoint. */
  carrier: Type.String(),
  /** SHA-256 of its endpoint, hex, by which a browser knows itself. */
  mark: Type.String(),
  isTelling: Type.Boolean(),
  at: Type.String({ format: 'date-time' }),
});
export type DeviceLine = Static<typeof DeviceLine>;

export const DeviceList = Type.Object({
  /** By which a browser knows that it is this site that rings (RFC 8292); base64url. */
  publicKey: Type.String(),
  rows: Type.Array(DeviceLine),
});
export type DeviceList = Static<typeof DeviceList>;

/** What a browser says of itself when it lets be rung (Push API). */
export const NewDevice = Type.Object({
  endpoint: Type.String({ maxLength: 1000, pattern: WEB_PAGE_PATTERN }),
  p256dh: sealOf(87),
  auth: sealOf(22),
});
export type NewDevice = Static<typeof NewDevice>;
export const MadeDevice = Type.Object({ id: Type.String() });

export const DeviceChange = Type.Object({
  /** Whether its screen says what it is, where others may look on. */
  isTelling: Type.Boolean(),
});
export type DeviceChange = Static<typeof DeviceChange>;
