import { openHouse } from '@groundwork/features/house';
import { makeSetupLink } from '@groundwork/features/setup';
import { loadSettings } from '@groundwork/settings';
import { withDatabase } from '../site.ts';
import { Refusal, type Verb } from '../verb.ts';

export const setupLink: Verb = {
  usage: 'groundwork setup-link',
  summary: 'Prints a new one-time link that sets an empty site up; earlier ones end.',
  options: {},
  async run(_asked, output) {
    const settings = loadSettings(process.env);
    const url = await withDatabase(settings, async (databaseUrl) => {
      const { house, close } = await openHouse(settings, databaseUrl, { connections: 2 });
      return makeSetupLink(house).finally(close);
    });
    if (!url)
      throw new Refusal(
        'This site is set up already; `groundwork account reset EMAIL` lets a steward in again.',
      );
    output.say(url);
    output.result({ url });
  },
};
