// Draws lots again: node draw-check.mjs LIST.txt [PEOPLE.csv] [SEALED SEED]
//
// LIST.txt is the list of one draw from your group's page of a campaign, PEOPLE.csv those who came to you by lot, and SEALED SEED what
// you wrote down before the draw. It needs Node and nothing else, and asks nobody. It exits with 0 where the draw is right, with 1
// where it is not, and with 2 where it cannot read what it was given. How a draw is made: docs/drawn-by-lot.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const FORMAT = 'groundwork-draw-1';
const HASH = /^[0-9a-f]{64}$/i;

const given = process.argv.slice(2);
const noted = given.find((one) => HASH.test(one))?.toLowerCase();
const [listPath, peoplePath] = given.filter((one) => !HASH.test(one));
if (!listPath) giveUp('Say which files: node draw-check.mjs LIST.txt [PEOPLE.csv] [SEALED SEED]');

const list = readList(read(listPath));
const faults = [...faultsOf(list), ...(peoplePath ? faultsOfPeople(keysIn(read(peoplePath)), list) : [])];
const { fields } = list;
say(`${fields.address}, drawn ${fields.at}`);
say(`Your group had brought ${fields.brought}, and had got ${fields.before} before.`);
say(`Lots: ${list.lots.length}. Drawn: ${list.drawn.size}.`);
for (const fault of faults) say(`WRONG: ${fault}`);
if (faults.length === 0)
  say(
    noted ? 'These lots were drawn by the seed that you wrote down.' : 'These lots were drawn by this seed.',
  );
if (faults.length === 0 && !noted)
  say(`Compare the sealed seed with the one that you wrote down: ${list.sealed}`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Its fields, its lots, and which of them its seed draws. */
function readList(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines[0] !== FORMAT) giveUp(`${listPath} is no list of a draw, or of another kind than ${FORMAT}.`);
  const fields = {};
  const lots = [];
  for (const line of lines.slice(1)) {
    const field = /^([a-z]+): (.*)$/.exec(line);
    if (field) fields[field[1]] = field[2];
    else if (line !== '') lots.push(line);
  }
  const placed = lots.map((lot) => ({ lot, place: sha256(`${FORMAT}:${fields.seed}:${lot}`) }));
  placed.sort((one, other) => (one.place < other.place ? -1 : 1));
  const most = Math.max(0, Number(fields.brought) - Number(fields.before));
  const drawn = new Set(placed.slice(0, most).map(({ lot }) => lot));
  return { fields, lots, drawn, sealed: sha256(fields.seed ?? '') };
}

function faultsOf({ fields, lots, drawn, sealed }) {
  const found = [];
  const odd = lots.filter((lot, place) => !HASH.test(lot) || (place > 0 && lot <= lots[place - 1]));
  if (odd.length > 0) found.push(`${odd.length} lines are no lots, stand twice, or out of order.`);
  if (fields.lots !== String(lots.length))
    found.push(`It says that there are ${fields.lots} lots, and has ${lots.length}.`);
  if (fields.drawn !== String(drawn.size))
    found.push(`It says that ${fields.drawn} were drawn, and by what it says it would be ${drawn.size}.`);
  if (fields.commitment !== sealed) found.push('The seed is not the one that it says was sealed.');
  if (noted && noted !== sealed) found.push('The seed is not the one that you wrote down.');
  return found;
}

/** Whether the people of this draw are those whose lots were drawn. */
function faultsOfPeople(keys, { fields, drawn }) {
  const own = keys.filter(({ draw }) => draw === fields.draw);
  const strange = own.filter(({ key }) => !drawn.has(sha256(`${FORMAT}:${fields.draw}:${key}`)));
  say(
    `People of this draw in your file: ${own.length}. Where that is fewer than were drawn, the others are gone since.`,
  );
  return strange.length > 0 ? [`${strange.length} people of your file were not drawn.`] : [];
}

/** The draw and the key of each line: the last two cells. */
function keysIn(text) {
  return [...text.matchAll(/,([0-9a-f-]{36}),([0-9a-f-]{36})\r?$/gm)].map(([, id, key]) => ({
    draw: id,
    key,
  }));
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return giveUp(`${path} cannot be read.`);
  }
}

function giveUp(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
