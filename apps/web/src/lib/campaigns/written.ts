import { words } from '#lib/api/forms.ts';

/** A campaign's form as the api takes it: empty fields are null, issues a list, the goal a number. */
export function written(form: FormData) {
  const { action, title, ask, story, target, goal, issues, startsOn, endsOn } = words(form);
  const { asksPostcode, sharing, pledgeText, targetId, place, decidesOn } = words(form);
  return {
    title,
    ask,
    story: story ?? '',
    target: target || null,
    // Whoever was offered none leaves what is chosen as it is.
    ...(targetId !== undefined && { targetId: targetId || null }),
    place: place || null,
    decidesOn: decidesOn || null,
    // What is not a number goes as it is: the api says so beside the field.
    goal: goal ? (Number.isNaN(Number(goal)) ? goal : Number(goal)) : null,
    issues: (issues ?? '')
      .split(/[,،;]/)
      .map((issue) => issue.trim())
      .filter((issue) => issue !== ''),
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    asksPostcode: asksPostcode === 'yes',
    ...(sharing && { sharing }),
    // What was typed before another kind was chosen is in a field that is no longer shown.
    pledgeText: (action !== 'petition' && pledgeText) || null,
  };
}
