import { Type, type Static } from 'typebox';
import { PageOf } from '../../paging.ts';

export const BanView = Type.Object({
  accountId: Type.String(),
  name: Type.String(),
  bannedAt: Type.String(),
});
export type BanView = Static<typeof BanView>;
export const BanPage = PageOf(BanView);
export type BanPage = Static<typeof BanPage>;
