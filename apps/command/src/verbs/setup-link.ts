import { makeSetupLink } from '@groundwork/features/setup';
import { loadSettings } from '@groundwork/settings';
import { quiet, withSite } from '../house.ts';
import { CommandRefusal, type VerbAction } from '../verb.ts';

export const setupLink: VerbAction = async (_asked, output, { env, signal }) => {
  const url = await withSite(quiet(loadSettings(env)), signal, makeSetupLink);
  if (!url)
    throw new CommandRefusal(
      'This site is set up already: groundwork account reset EMAIL lets a steward in again.',
    );
  output.say(url);
  output.result({ url });
};
