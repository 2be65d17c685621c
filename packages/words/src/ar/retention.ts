/** How long a group keeps people of whom it hears nothing. */
export const retention = {
  'people.forgetting.title': 'من سيُنسى',
  'people.forgetting.intro':
    'لم يُسمع شيء عن هؤلاء منذ {months} شهرًا. يُمحى سجل كل منهم في اليوم المذكور بجانب اسمه، وتبقى المجاميع كما هي. أبقِ من ما زلت تحتاج إليه.',
  'people.forgetting.none': 'لن يُنسى أحد قريبًا. من يوقّع أو يحضر أو يجيب أو يُحرَّر سجله يُحسب كمن سُمع عنه.',
  'people.forgetting.never': 'تحتفظ هذه المجموعة بالأشخاص حتى يمحوهم أحد. يمكن تغيير ذلك في الإعدادات.',
  'people.forgetting.line': 'آخر ظهور {seen}، يُنسى في {due}',
  'people.forgetting.keep': 'أبقِ',
  'people.forgetting.kept': 'أُبقي كمن ظهر للتو.',
  'groups.field.forget': 'انسَ الأشخاص الذين لم يُسمع عنهم شيء منذ',
  'groups.field.forget.hint':
    'يعلم المنظّمون قبل ذلك بثلاثين يومًا ويمكنهم إبقاء بعضهم. يبقى الأعضاء ومن يحضر شيئًا قادمًا، وتبقى المجاميع.',
  'groups.forget.never': 'أبدًا',
  'groups.forget.months': '{months} شهرًا',
  'mail.forgetting.subject': '{group} على وشك نسيان أشخاص',
  'mail.forgetting.text':
    'لم تسمع {group} شيئًا عن بعض الأشخاص طوال مدة احتفاظها بهم. يُمحون بعد 30 يومًا. أبقِ من ما زلت تحتاج إليه.',
  'mail.forgetting.see': 'اعرض من هم',
} as const;
