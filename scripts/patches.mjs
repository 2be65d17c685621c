/** One line for each patch (`packages/patches/patches.json`) whose day to look again has come, and how many there are. */
export function listPatches(patches, now = new Date()) {
  const today = now.toISOString().slice(0, 10);
  const all = Object.entries(patches);
  const due = all.filter(([, { lookAgain }]) => lookAgain <= today);
  return [
    ...due.map(
      ([file, { mends, upstream, lookAgain }]) =>
        `Look again, since ${lookAgain}: packages/patches/src/${file} mends ${mends}. ${upstream}`,
    ),
    `${all.length} patches of what is not ours, ${due.length} to be looked at again.`,
  ];
}
