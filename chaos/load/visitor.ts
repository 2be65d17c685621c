import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../ledger.ts';
import type { Stage } from '../stage.ts';
import type { Actor } from './people.ts';

const AGAIN_MS = 300;
const PATIENCE_MS = 20_000;
/** The api is away, or out of room. */
const NOT_NOW = new Set([503, 507]);
/** Caddy can only say where it is still typed, when the web died over the form: infra/not-now.caddy. */
const SENT_BACK = 'Please go back and try again in a moment: what you typed is still there.';

/** Opens the petition's page in a browser without JavaScript, fills in the form and sends it until it is taken. */
export const visitor: Actor = async (stage, isOn) => {
  while (isOn()) {
    const { email, name, address } = stage.newcomer();
    const form = new URLSearchParams({ name, email, comment: '', updates: 'yes' }).toString();
    while (!(await opens(stage, address))) await pause(AGAIN_MS);
    stage.ledger.pages += 1;
    while (!(await isSent(stage, { email, address, form }))) await pause(AGAIN_MS);
    stage.ledger.signed.add(email);
    await pause(250);
  }
};

/** Whether the page came, with its form. */
async function opens(stage: Stage, address: string): Promise<boolean> {
  const page = await browse(stage, { address });
  if (!page) return count(stage.ledger, 'unanswered');
  if (page.status === 200)
    return page.html.includes('name="email"') || fault(stage.ledger, 'the page came without its form');
  if (!NOT_NOW.has(page.status)) fault(stage.ledger, `the page answered ${page.status}`);
  return count(stage.ledger, 'refused');
}

/** A form that could not be taken must come back with everything that was typed into it. */
async function isSent(
  stage: Stage,
  { email, address, form }: { email: string; address: string; form: string },
) {
  const page = await browse(stage, { address, form });
  if (!page) return count(stage.ledger, 'unanswered');
  if (page.status === 303) return true;
  if (page.status === 429) return count(stage.ledger, 'refused');
  if (!NOT_NOW.has(page.status)) fault(stage.ledger, `the form answered ${page.status}`);
  else if (!page.html.includes(email) && !page.html.includes(SENT_BACK))
    fault(stage.ledger, 'the form came back without what was typed');
  return count(stage.ledger, 'refused');
}

async function browse({ webUrl, campaign }: Stage, { address, form }: { address: string; form?: string }) {
  try {
    const answer = await fetch(`${webUrl}/campaigns/${campaign.slug}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'text/html',
        'x-forwarded-for': address,
        ...(form && { origin: webUrl, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: form }),
    });
    return { status: answer.status, html: await answer.text() };
  } catch {
    return null;
  }
}

function count(ledger: Ledger, what: 'unanswered' | 'refused'): false {
  ledger[what] += 1;
  return false;
}

function fault(ledger: Ledger, what: string): false {
  ledger.faults.push(`web: ${what}`);
  return false;
}
