/**
 * What a form sent as a proof of work, as the api takes it: a header. A proof is base64; what is not, no header may hold,
 * and is said as what it is: no proof of anything.
 */
export function proofHeaders(form: FormData): Record<string, string> {
  const sent = form.get('proof');
  if (typeof sent !== 'string' || sent === '') return {};
  return { 'proof-of-work': /^[\w+/=]{1,4000}$/.test(sent) ? sent : 'unreadable' };
}
