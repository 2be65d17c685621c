import type { Subject } from '../subject.ts';
import type { Handlers } from '../work.ts';
import { hideEvents, showEvents } from './addresses.ts';
import { eraseOldNeeds } from './checkin/actions.ts';
import { endHosting } from './hosts/actions.ts';
import { linkEvents } from './links.ts';
import { remindPeople } from './reminders.ts';
import { forgetUnconfirmedRsvps } from './rsvps/forgetting.ts';
import { settleWaitlists } from './places.ts';
import { tellAskedToHold } from './sponsors/telling.ts';

export function eventHandlers(subjects: Subject[]) {
  return {
    on: {
      'groups.vouched': showEvents,
      'groups.turned-private': hideEvents,
      'groups.role-lost': endHosting,
      'events.published': tellAskedToHold,
    },
    every: {
      'events.remind': { minutes: 1, run: (ctx) => remindPeople(ctx) },
      'events.settle-waitlists': { minutes: 5, run: settleWaitlists },
      'events.link': { minutes: 10, run: linkEvents },
      'events.forget-unconfirmed': { minutes: 60, run: (ctx) => forgetUnconfirmedRsvps(ctx, subjects) },
      'events.erase-needs': { minutes: 60, run: eraseOldNeeds },
    },
  } satisfies Handlers;
}
