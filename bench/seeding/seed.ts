import type { Sizes } from '../sizes.ts';
import { ACCOUNTS, CAMPAIGN, COALITION, sqlIdOf } from './ids.ts';

/**
 * A site of these sizes, as SQL that the server carries out alone: the first group holds all the people and a tenth of
 * the events, the first channel a tenth of the messages, and the rest is spread evenly. Triggers and foreign keys are
 * off, so what triggers would count is counted here.
 */
export function seedSteps(sizes: Pick<Sizes, 'people' | 'groups' | 'events' | 'messages'>) {
  const { people, groups, events, messages } = sizes;
  return [
    { name: 'the site', text: site() },
    { name: 'accounts', text: accounts() },
    { name: 'groups', text: groupsAndChannels(groups) },
    { name: `${people} people`, text: peopleOf(people) },
    { name: 'consents', text: consents(people) },
    { name: 'what people did', text: history(people) },
    { name: 'the campaign', text: campaign(people) },
    { name: 'the coalition', text: coalition(groups) },
    { name: `${events} events`, text: eventsOf(events, groups) },
    { name: 'answers to events', text: rsvps(events, people) },
    { name: `${messages} messages`, text: messagesOf(messages) },
  ];
}

const series = (count: number) => `generate_series(1, ${count}) n`;
const group = sqlIdOf('group', '1');

function site() {
  return `insert into sites (name, languages) values ('Valley Coalition', '{en,es,ar}')`;
}

function accounts() {
  return `
    insert into accounts (id, email, name, password_hash, language, time_zone)
      select ${sqlIdOf('account', 'n')}, 'member' || n || '@valley.test', 'Member ' || n, 'none', 'en', 'Europe/Madrid'
      from ${series(ACCOUNTS)};
    insert into sessions (id, key, account_id, expires_at)
      select encode(sha256(('bench-session-' || n)::bytea), 'hex'), ${sqlIdOf('session', 'n')},
        ${sqlIdOf('account', 'n')}, now() + interval '300 days'
      from ${series(ACCOUNTS)};
    insert into site_stewards (account_id) values (${sqlIdOf('account', '1')});`;
}

/** A thousand channels in the first group, which all its members may read. */
function groupsAndChannels(count: number) {
  return `
    insert into groups (id, slug, name, summary, about, joining, member_count, vouched_at)
      select ${sqlIdOf('group', 'n')}, 'group-' || n, 'Neighbours ' || n, 'Tenants and bus riders of the valley.',
        'We meet every month.', 'open', case when n = 1 then ${ACCOUNTS} else 1 end, now()
      from ${series(count)};
    insert into memberships (group_id, account_id, role)
      select ${group}, ${sqlIdOf('account', 'n')}, case when n = 1 then 'steward' else 'member' end
      from ${series(ACCOUNTS)};
    insert into memberships (group_id, account_id, role)
      select ${sqlIdOf('group', 'n')}, ${sqlIdOf('account', '1')}, 'steward' from generate_series(2, ${count}) n;
    insert into channels (id, group_id, name, created_by)
      select ${sqlIdOf('channel', 'n')}, ${group}, 'room-' || n, ${sqlIdOf('account', '1')}
      from generate_series(1, 1000) n;`;
}

const given = `(array['Ana','Luis','María','Youssef','Noor','Chen','Fatima','Jonas','Aïsha','Tom'])[1 + n % 10]`;
const family = `(array['García','Haddad','Nguyen','Okafor','Smith','Rossi','Kowalski'])[1 + n % 7]`;

/** Every thousandth has the tag "driver", and the oldest fiftieth came together with the tag "strike". */
function peopleOf(count: number) {
  return `
    insert into people (id, group_id, email, name, language, tags, source, added_at, last_seen_at)
      select ${sqlIdOf('person', 'n')}, ${group}, 'person' || n || '@mail' || n % 50 || '.test',
        ${given} || ' ' || ${family} || ' ' || n, (array['en','es','ar'])[1 + n % 3],
        case when n % 1000 = 0 then '{driver}' when n < ${count} / 50 then '{strike}' else '{}' end::text[],
        'signature', now() - (${count} - n) * interval '1 minute', now()
      from ${series(count)};`;
}

function consents(people: number) {
  return `
    insert into consents (group_id, person_id, way, purpose, given, how)
      select ${group}, ${sqlIdOf('person', 'n')}, 'email', 'updates', case when n % 10 = 0 then 'no' else 'yes' end,
        'signature'
      from ${series(people)} where n % 3 > 0;`;
}

function history(people: number) {
  return `
    insert into person_history (id, group_id, person_id, kind, subject_id, label)
      select ${sqlIdOf('history', 'n')}, ${group}, ${sqlIdOf('person', 'n')}, 'signed', ${sqlIdOf('campaign', '1')},
        'More buses for the valley'
      from ${series(people)};`;
}

/** Twenty campaigns, of which the first one is signed by up to 100,000. */
function campaign(people: number) {
  const signed = Math.min(people, 100_000);
  return `
    insert into campaigns (id, group_id, slug, title, ask, story, issues, target, goal, action, state, published_at)
      select ${sqlIdOf('campaign', 'n')}, ${group}, case when n = 1 then '${CAMPAIGN}' else 'campaign-' || n end,
        'More buses for the valley ' || n, 'We ask the county to run the bus every 15 minutes.',
        repeat('The bus comes **once an hour**, and the last one leaves before the shift ends. ', 12), '{transit}',
        'The county council', 200000, 'petition', 'published', now() - n * interval '1 day'
      from generate_series(1, 20) n;
    insert into signatures (id, group_id, campaign_id, person_id, kind, name, comment, show_name, confirmed_at)
      select ${sqlIdOf('signature', 'n')}, ${group}, ${sqlIdOf('campaign', '1')}, ${sqlIdOf('person', 'n')},
        'signature', ${given} || ' ' || ${family}, case when n % 3 = 0 then 'I ride it to work.' end, n % 2 = 0,
        now() - (${signed} - n) * interval '1 minute'
      from ${series(signed)};
    insert into signature_tallies (campaign_id, standing_count) values (${sqlIdOf('campaign', '1')}, ${signed});`;
}

/** A year back and a year ahead; every tenth is the first group's. */
/** Up to 300 of the groups, the first among them, with 20 memberships of each account; five stand with the campaign. */
function coalition(groups: number) {
  const count = Math.min(300, groups);
  const [id, first] = [sqlIdOf('group', '1000000'), sqlIdOf('account', '1')];
  return `
    insert into groups (id, kind, slug, name, summary, about, joining, member_count, vouched_at)
      values (${id}, 'coalition', '${COALITION}', 'All of us', 'Groups of the valley.', 'We decide together.', 'approval', 1, now());
    insert into coalitions (group_id) values (${id});
    insert into coalition_groups (coalition_id, group_id, state, asked_by)
      select ${id}, ${sqlIdOf('group', 'n')}, 'accepted', 'group' from ${series(count)};
    insert into coalition_reach (coalition_id, group_id, is_direct)
      select ${id}, ${sqlIdOf('group', 'n')}, true from ${series(count)};
    insert into group_totals (group_id, acted, came, came_again, "leading")
      select ${sqlIdOf('group', 'n')}, 10 * (n % 90), 10 * (n % 40), 0, 0 from ${series(count)};
    insert into delegates (id, coalition_id, group_id, account_id, mandate, term_ends_on)
      values (gen_random_uuid(), ${id}, ${group}, ${first}, 'Speak.', current_date + 300);
    insert into memberships (group_id, account_id, role) values (${id}, ${first}, 'steward');
    insert into memberships (group_id, account_id, role)
      select ${sqlIdOf('group', `1 + (n * 7 + k * 13) % ${count}`)}, ${sqlIdOf('account', 'n')}, 'member'
      from ${series(ACCOUNTS)}, generate_series(1, 20) k on conflict do nothing;
    insert into channels (id, group_id, name, readers)
      values (${sqlIdOf('channel', '1000001')}, ${id}, 'everyone', 'groups'),
        (${sqlIdOf('channel', '1000002')}, ${id}, 'delegates', 'members'),
        (${sqlIdOf('channel', '1000003')}, ${id}, 'organizers', 'organizers');
    insert into campaign_sponsors (campaign_id, group_id, accepted_at)
      select ${sqlIdOf('campaign', '1')}, ${sqlIdOf('group', 'n')}, now() from generate_series(2, least(6, ${count})) n;`;
}

function eventsOf(count: number, groups: number) {
  const home = `case when n % 10 = 0 or ${groups} = 1 then 1 else 2 + n % greatest(${groups} - 1, 1) end`;
  const start = `date_trunc('hour', now()) + (n - ${count} / 2) * (interval '730 days' / ${count})`;
  return `
    insert into events (id, group_id, campaign_id, slug, title, summary, about, starts_at, ends_at, reminds_at,
        time_zone, held, place_name, address, capacity, state)
      select ${sqlIdOf('event', 'n')}, ${sqlIdOf('group', home)},
        case when n % 20 = 0 then ${sqlIdOf('campaign', '1')} end, 'event-' || n, 'Riders meet, part ' || n,
        'Bring a friend.', 'We plan the next month together.', ${start}, ${start} + interval '2 hours',
        ${start} - interval '1 day', 'Europe/Madrid', 'in-person', 'Valley Hall', 'High Street ' || n, 200, 'published'
      from ${series(count)};`;
}

/** Twenty are going to each event of the first group. */
function rsvps(events: number, people: number) {
  const home = `${people} / 20`;
  return `
    insert into rsvps (id, event_id, group_id, person_id, state, guest_count, language)
      select ${sqlIdOf('rsvp', 'e * 100 + n')}, ${sqlIdOf('event', 'e * 10')}, ${group},
        ${sqlIdOf('person', `1 + (e + n * ${home}) % ${people}`)}, 'going', n % 2, 'en'
      from generate_series(1, ${Math.floor(events / 10)}) e, generate_series(1, 20) n
      on conflict do nothing;`;
}

/** Every tenth message stands in the first channel. */
function messagesOf(count: number) {
  const room = `case when n % 10 = 0 then 1 else 2 + (n / 10) % 999 end`;
  const seq = `case when n % 10 = 0 then n / 10 else (n / 9990) * 9 + n % 10 end`;
  return `
    insert into messages (id, channel_id, author_id, seq, body, sent_at)
      select ${sqlIdOf('message', 'n')}, ${sqlIdOf('channel', room)}, ${sqlIdOf('account', `1 + n % ${ACCOUNTS}`)},
        ${seq}, 'See you at the hall at seven, and bring the leaflets that we printed. Number ' || n,
        now() - (${count} - n) * interval '3 seconds'
      from ${series(count)};
    update channels set last_seq = told.last_seq, last_sent_at = told.last_at
      from (select channel_id, max(seq) as last_seq, max(sent_at) as last_at from messages group by 1) told
      where channels.id = told.channel_id;`;
}
