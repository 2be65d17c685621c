// Checks a proof of count: node count-check.mjs PROOF.txt [EXPORT.csv] [FINGERPRINT]
//
// PROOF.txt is the list from a campaign's page, EXPORT.csv your own group's names of that campaign, and FINGERPRINT the one
// that you wrote down. It needs Node and nothing else, and asks nobody. It exits with 0 where count and fingerprint are right, with 1
// where they are not, and with 2 where it cannot read what it was given. How the list is made: docs/proof-of-count.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const FORMAT = 'groundwork-count-1';

const given = process.argv.slice(2);
const noted = given.find((one) => /^[0-9a-f]{64}$/i.test(one))?.toLowerCase();
const [proofPath, exportPath] = given.filter((one) => !/^[0-9a-f]{64}$/i.test(one));
if (!proofPath) giveUp('Say which files: node count-check.mjs PROOF.txt [EXPORT.csv] [FINGERPRINT]');

const proof = readProof(read(proofPath));
const wrong = faultsOf(proof);
say(`${proof.fields.address}, counted ${proof.fields.counted}`);
say(`Names counted: ${proof.fields.count}`);
say(`Fingerprint: ${proof.computed}`);
for (const fault of wrong) say(`WRONG: ${fault}`);
if (wrong.length === 0)
  say(
    noted
      ? 'The list has this count, and the fingerprint that you gave.'
      : 'The list has this count and this fingerprint.',
  );
if (wrong.length === 0 && !noted)
  say('Compare the fingerprint with the one that you wrote down, or that another group did.');
if (exportPath) tellOwn(keysIn(read(exportPath)), proof);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** Its fields, its leaves, and the fingerprint of these. */
function readProof(text) {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines[0] !== FORMAT) giveUp(`${proofPath} is no proof of count, or of another kind than ${FORMAT}.`);
  const fields = {};
  const leaves = [];
  for (const line of lines.slice(1)) {
    const field = /^([a-z]+): (.*)$/.exec(line);
    if (field) fields[field[1]] = field[2];
    else if (line !== '') leaves.push(line);
  }
  const computed = createHash('sha256')
    .update(leaves.map((leaf) => `${leaf}\n`).join(''))
    .digest('hex');
  return { fields, leaves, computed };
}

function faultsOf({ fields, leaves, computed }) {
  const faults = [];
  const odd = leaves.filter(
    (leaf, place) => !/^[0-9a-f]{64}$/.test(leaf) || (place > 0 && leaf <= leaves[place - 1]),
  );
  if (odd.length > 0) faults.push(`${odd.length} lines are no leaves, stand twice, or out of order.`);
  if (fields.count !== String(leaves.length))
    faults.push(`The count says ${fields.count}, and the list has ${leaves.length} leaves.`);
  if (fields.fingerprint !== computed)
    faults.push(`The file says another fingerprint: ${fields.fingerprint}`);
  if (noted && noted !== computed) faults.push(`You gave another fingerprint: ${noted}`);
  return faults;
}

/** How many of one's own rows are in the list, and why others may not be. */
function tellOwn(keys, { fields, leaves }) {
  const listed = new Set(leaves);
  const isListed = (key) =>
    listed.has(createHash('sha256').update(`${FORMAT}:${fields.campaign}:${key}`).digest('hex'));
  const found = keys.filter(isListed).length;
  say(`Your rows: ${keys.length}. In the list: ${found}. Not in the list: ${keys.length - found}.`);
  if (found === keys.length) return;
  if (found === 0 && keys.length > 9)
    say('None of them is: is this the export of the same campaign, and from about the same time?');
  say('A row of yours may not be in the list because');
  say('- it was signed after the count;');
  say('- the names of a group that is not the home group are counted ten at a time: the last ones wait;');
  say(
    '- some of those who signed through your group signed through another one too, and count once, by tens.',
  );
  say('Rows that were taken back since the count stand in the list and no longer in your export.');
}

/** The column `count_key` of an export, without those rows that have none (paper). */
function keysIn(text) {
  const [heading = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  const place = heading.indexOf('count_key');
  if (place < 0) giveUp(`${exportPath} has no column count_key. Take your names of this campaign out anew.`);
  return rows.map((row) => row[place] ?? '').filter((key) => key !== '');
}

/** Rows of cells (RFC 4180). A cell in quotes may hold commas, quotes and ends of lines. */
function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let isQuoted = false;
  let before = '';
  const end = () => {
    row.push(cell);
    cell = '';
  };
  for (const one of `${text}\n`) {
    // A quote within quotes is two of them: the first ends it, the second goes on.
    if (one === '"') {
      if (!isQuoted && before === '"') cell += one;
      isQuoted = !isQuoted;
    } else if (isQuoted) cell += one;
    else if (one === ',') end();
    else if (one === '\n') {
      end();
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    } else if (one !== '\r') cell += one;
    before = one;
  }
  return rows;
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
