/** Does the work for each thing, begun in their order, for at most `most` of them at once. Rejects as the first that did. */
export async function atOnce(most, things, work) {
  const waiting = [...things];
  const next = async () => {
    for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: Math.max(1, most) }, next));
}
