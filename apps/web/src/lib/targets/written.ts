import type { FormValues } from '#lib/api/forms.ts';

/** What somebody typed of a decision-maker, as the api takes it: fields that were left empty are nothing. */
export function writtenTarget({ name, office, area, email, phone, page, address, leftOn }: FormValues) {
  return {
    ...{
      name: name ?? '',
      office: office ?? '',
      area: area ?? '',
      phone: phone ?? '',
      address: address ?? '',
    },
    ...{ email: email || null, page: page || null, leftOn: leftOn || null },
  };
}

/** What a group asked of one, and what came of it. */
export function writtenAsk({ what, askedOn, answer, answeredOn, promise, dueOn, campaignId }: FormValues) {
  return {
    ...{ what: what ?? '', askedOn: askedOn ?? '', campaignId: campaignId || null },
    ...{ answer: answer || null, answeredOn: answeredOn || null },
    ...{ promise: promise || null, dueOn: dueOn || null },
  };
}
