import type { targets as english } from '../en/targets.ts';

export const targets = {
  'reports.link.target': 'أبلغوا عن هذا',
  'reports.kind.target': 'صفحة صاحب قرار',
  'mail.reports.target.hide': 'ما كتبتَه عن «{title}» مخفي',
  'mail.reports.target.hide.text':
    'أبلغ أحد عنه. لا يراه الآن إلا المسؤولون عن قائمة {group}. قرر ذلك من يشرفون على الحوار فيها.',
  'mail.reports.target.show': 'ما كتبتَه عن «{title}» عاد',
  'mail.reports.target.show.text': 'سُحب قرار إخفائه. ويراه من جديد كل من كان يراه.',
  'mail.targets.promise-due.subject': 'هل وُفي به؟ وعد {target} مجموعة {group} بشيء حتى {date}',
  'mail.targets.promise-due.heading': 'مضى يوم وعد',
  'mail.targets.promise-due.text':
    'وعد {target} مجموعة {group} حتى {date}: «{promise}». قولوا هل وُفي به، ليعرفه من يطلب بعدكم.',
  'error.targets.twice': 'في تلك القائمة من له هذا الاسم والمنصب.',
  'error.targets.not-in': 'ليست المجموعة في هذا التحالف الآن.',
  'error.targets.no-promise': 'لم يُوعد بشيء هنا.',
  'error.targets.day-ahead': 'لم يأت هذا اليوم بعد.',
  'error.targets.answered-day': 'اختاروا يومًا بين يوم الطلب واليوم.',
  'error.targets.due-before': 'هذا قبل أن تطلبوا.',
  'error.targets.not-your-campaign': 'اختاروا حملة تديرها مجموعتكم أو تساندها.',
  'error.campaigns.no-such-target': 'لم يعد في قائمتكم. اختاروا من جديد.',
} as const satisfies Record<keyof typeof english, string>;
