import type { signingOn as english } from '../en/signing-on.ts';

export const signingOn = {
  'campaigns.sign.sign_on': 'وقّعوا الرسالة',
  'campaigns.sign.sign_on.button': 'وقّع باسم مجموعتنا',
  'campaigns.field.action.sign_on': 'توقيع رسالة بوصفها منظمة: توقّعها المجموعات لا الأشخاص',
  'campaigns.signed-on':
    '{count, plural, zero {مجموعة وقّعت.} one {مجموعة وقّعت.} two {مجموعتان وقّعتا.} few {مجموعات وقّعت.} many {مجموعة وقّعت.} other {مجموعة وقّعت.}}',
  'campaigns.card.signed-on':
    '{count, plural, zero {لم توقّع مجموعة} one {وقّعت مجموعة واحدة} two {وقّعت مجموعتان} few {وقّعت # مجموعات} many {وقّعت # مجموعة} other {وقّعت # مجموعة}}',
  'home.signed-on':
    '{count, plural, zero {لم توقّع أي مجموعة بعد.} one {مجموعة وقّعت.} two {مجموعتان وقّعتا.} few {مجموعات وقّعت.} many {مجموعة وقّعت.} other {مجموعة وقّعت.}}',
  'home.signed-on-of':
    '{count, plural, zero {لم توقّع أي مجموعة بعد.} one {مجموعة وقّعت.} two {مجموعتان وقّعتا.} few {مجموعات وقّعت.} many {مجموعة وقّعت.} other {مجموعة وقّعت.}} الهدف {goal}.',
  'home.act.sign_on': 'اقرأ الرسالة',

  'campaigns.sign-on.text':
    'توقّع هذه الرسالةَ منظمات، كل منها عن طريق مجموعتها هنا: أحد المشرفين عليها أو من يتكلم باسمها، بعد قرار منها.',
  'campaigns.sign-on.closed': 'لا تقبل توقيعات الآن.',
  'campaigns.sign-on.list': 'من وقّع',
  'campaigns.sign-on.none': 'لم توقّع أي مجموعة بعد.',
  'campaigns.sign-on.decided': 'تقرّر في {day}: {decision}',
  'campaigns.sign-on.terms': 'شعارها: {terms}',
  'campaigns.sign-on.former': 'كان اسمها {name} حين وقّعت.',
  'campaigns.sign-on.nobody': 'لا تتكلم هنا باسم أي مجموعة',
  'campaigns.sign-on.nobody.text':
    'يوقّع عن مجموعتك أحد المشرفين عليها، أو من يتكلم باسمها في الائتلاف. أرسل إليهم عنوان هذه الصفحة.',
  'campaigns.sign-on.unlisted':
    '{group} ليست في قوائم هذا الموقع. لا توقّع رسالةً يقرؤها الجميع إلا مجموعة يجدها الجميع.',
  'campaigns.sign-on.signed': 'وقّعت {group} في {day}.',
  'campaigns.sign-on.decision': 'من قرّر ذلك، وأين',
  'campaigns.sign-on.decision.hint':
    'مثلًا: جمعيتنا العامة، 41 مقابل 3. يُسجَّل ذلك لمجموعتكم ولمن يديرون الرسالة.',
  'campaigns.sign-on.decided-on': 'في أي يوم',
  'campaigns.sign-on.logo': 'لصورتنا أن تكون بجانب اسمنا',
  'campaigns.sign-on.logo-terms': 'فيمَ يجوز استعمالها',
  'campaigns.sign-on.logo-terms.hint': 'مثلًا: في هذه الرسالة وحدها. يقرأ الجميع ذلك بجانب الصورة.',
  'campaigns.sign-on.fixed': 'توقّعون ما هو مكتوب هنا الآن. متى وقّعت مجموعة لم يعد تغيير النص ممكنًا.',
  'campaigns.sign-on.again': 'احفظه هكذا',
  'campaigns.sign-on.take-back': 'ارفع اسمنا',
  'campaigns.sign-on.take-back.sure': 'لن تبقى {group} تحت الرسالة. ويمكنها أن توقّع من جديد.',

  'error.campaigns.letter-changed': 'تغيّرت الرسالة وأنتم تكتبون. اقرؤوها ثانيةً ووقّعوا ما تقوله الآن.',
  'error.campaigns.letter-signed': 'وقّعت مجموعات ما هو مكتوب هنا، فهو باقٍ. أنهوا هذه الرسالة وابدؤوا غيرها.',
  'error.campaigns.decided-later': 'هذا اليوم لم يأتِ بعد. وقّعوا متى تقرّر ذلك.',
  'error.campaigns.sign-on-unlisted': 'لا توقّع رسالةً يقرؤها الجميع إلا مجموعة في قوائم هذا الموقع.',
  'error.campaigns.not-taking-sign-ons': 'لا تقبل هذه الرسالة توقيعات الآن.',

  'mail.campaigns.sponsor-signed.subject': 'وقّعت {group}: {title}',
  'mail.campaigns.sponsor-signed.heading': 'وقّعت مجموعة رسالتكم',
  'mail.campaigns.sponsor-signed.text':
    '{group} الآن تحت «{title}». ومن قرّر ذلك عندها ومتى ترونه بجانب اسمها.',
} as const satisfies Record<keyof typeof english, string>;
