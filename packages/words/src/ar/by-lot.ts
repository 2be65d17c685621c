import type { byLot as english } from '../en/by-lot.ts';

export const byLot = {
  'campaigns.sign.any': 'لأي مجموعة من مجموعات هذه الحملة أن تحفظ اسمي وعنواني وأن تراسلني',
  'campaigns.sign.any.hint':
    '{groups}. بعد يوم من انتهاء الحملة تنال كل مجموعة بالقرعة من الناس الجدد بقدر من جاؤوا عن طريقها. يمكنك التراجع حتى ذلك الحين، وبعده يمكنك إيقاف كل منها على حدة.',
  'campaigns.sign.email.hint.any': 'لا حاجة إلى حساب. لا يناله غير {group} إلا إذا قلت ذلك أدناه، وبالقرعة.',
  'campaigns.own.any': 'أُشِّر هذا مع اسمك وعنوانك. أزل العلامة إن كنت لا تريد أن ينالهما أحد غيرها.',
  'campaigns.own.affirmed': 'تنتظر اسمك',
  'campaigns.own.affirmed.choice': 'تنال هذه المجموعات اسمك وعنوانك متى حُسب توقيعك: {groups}.',
  'campaigns.own.affirmed.proportional':
    'وافقت على أي من هذه: {groups}. بعد يوم من انتهاء الحملة تُجرى القرعة، ومن وقعت قرعتك لها تنال اسمك وعنوانك.',
  'campaigns.own.affirmed.back': 'تراجع عن هذه الموافقة',

  'campaigns.field.sharing.proportional':
    'بالتناسب: في الاستمارة خانة واحدة لكل المجموعات؛ وممّن يؤشّرونها تنال كل مجموعة بالقرعة بقدر من جاءت بهم، بعد يوم من انتهاء الحملة',
  'campaigns.alongside.proportional':
    'بالتناسب: في الاستمارة خانة واحدة لكل المجموعات. بعد يوم من انتهاء الحملة تنال كل مجموعة بالقرعة من الناس الجدد بقدر من جاءت بهم، ممّن أشّروها.',
  'campaigns.manage.end.proportional':
    'بعد يوم يُوزَّع بالقرعة من وافقوا على أي من مجموعاتها. حتى ذلك الحين يمكنكم سحب النتيجة؛ وما عبر يبقى حيث هو.',

  'campaigns.draws.title': 'بالقرعة',
  'campaigns.draws.none': 'لم تُجرَ أي قرعة بعد. تُجرى بعد يوم من انتهاء الحملة.',
  'campaigns.draws.few':
    'لم يُسحب شيء لمجموعتكم. تنال ناسًا بالقرعة متى جاء غيرها بعشرة على الأقل وافقوا على أي مجموعة، وجاءت مجموعتكم بأحد.',
  'campaigns.draws.commitment': 'البذرة المختومة',
  'campaigns.draws.commitment.text':
    'حُدِّدت قبل أن يوقّع أحد، وهي التي تقرر أي القرعات تُسحب. اكتبوا هذا الآن: بعد القرعة ترون البذرة نفسها، وأنها هي هي.',
  'campaigns.draws.row':
    '{moment}: {drawn, plural, zero {لم يصلكم أحد} one {وصلكم شخص واحد} two {وصلكم شخصان} few {وصلكم # أشخاص} many {وصلكم # شخصًا} other {وصلكم # شخص}} من {lots, plural, zero {لا قرعة} one {قرعة واحدة} two {قرعتين} few {# قرعات} many {# قرعة} other {# قرعة}}.',
  'campaigns.draws.row.why':
    'كانت مجموعتكم قد جاءت بـ{brought, plural, zero {لا أحد} one {شخص واحد} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}، ونالت قبل ذلك {before, plural, =0 {لا أحد} zero {لا أحد} one {شخصًا واحدًا} two {شخصين} few {# أشخاص} many {# شخصًا} other {# شخص}}.',
  'campaigns.draws.list': 'قائمة القرعات، بلا أسماء',
  'campaigns.draws.script': 'البرنامج الذي يسحبها من جديد',
  'campaigns.draws.people': 'من وصلكم بالقرعة، ملف CSV',
  'campaigns.draws.people.text':
    'مع مفتاح كل قرعة، لتتحققوا أنها هي التي سُحبت. يُسجَّل ذلك، ولهم أن يروا أنهم كانوا فيه.',
} as const satisfies Record<keyof typeof english, string>;
