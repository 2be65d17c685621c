import type { names as english } from '../en/names.ts';

export const names = {
  'campaigns.names.title': 'تسليم الأسماء',
  'campaigns.names.intro': 'أسماء تُطبع وتُحمل إلى من يقرر، أو في ملف. كل مرة تُسجَّل.',
  'campaigns.names.told': 'ما قيل للموقّعين',
  'campaigns.names.told.text':
    'أعطى الموقّعون أسماءهم إلى {group}، وقيل لهم إن بريدهم لا يراه إلا {group}. وسُئلوا عن ظهورهم سؤالًا واحدًا: «{asked}».',
  'campaigns.names.told.counts': 'قال {shown} من {total} نعم.',
  'campaigns.names.told.all':
    'لم يُسأل أحد هل يصل اسمه الكامل إلى من يقرر. خذ جميع الأسماء فقط حيث لا تُحسب العريضة إلا بالأسماء الكاملة، وسلّمها على الورق، ولا تنشر أيًّا منها. وأخبر الموقّعين بذلك في مستجدّ.',
  'campaigns.names.whose': 'أي أسماء',
  'campaigns.names.whose.shown': 'ما يجوز إظهاره، كما يريد أصحابه أن يُسمَّوا، ويُعدّ الآخرون',
  'campaigns.names.whose.all': 'الجميع بأسمائهم الكاملة، مع المدينة والرمز البريدي حيث تُعرف',
  'campaigns.names.show': 'عرض الكتاب',
  'campaigns.names.file': 'جميع الأسماء بصيغة CSV',
  'campaigns.names.print':
    'اطبع هذه الصفحة من المتصفح. ولحفظها اختر «حفظ كملف PDF» طابعةً: يمكن قراءة الملف بصوت عالٍ والبحث فيه عن الأسماء.',
  'campaigns.names.to': 'إلى: {target}',
  'campaigns.names.total':
    '{count, plural, zero {لم يوقّع أحد} one {وقّع شخص واحد} two {وقّع شخصان} few {وقّع # أشخاص} many {وقّع # شخصًا} other {وقّع # شخص}}',
  'campaigns.names.district': 'دائرته، إن أردت عدّها',
  'campaigns.names.district.hint': 'بماذا تبدأ رموزها البريدية، مع فواصل بينها: 94601, 946',
  'campaigns.names.paper':
    '{count, plural, zero {ولا أحد على الورق} one {وشخص آخر على الورق} two {وشخصان آخران على الورق} few {و# أشخاص آخرين على الورق} many {و# شخصًا آخر على الورق} other {و# شخص آخر على الورق}}',
  'campaigns.names.living':
    '{count, plural, zero {لا أحد منهم يسكن في دائرتكم} one {واحد منهم يسكن في دائرتكم} two {اثنان منهم يسكنان في دائرتكم} few {# منهم يسكنون في دائرتكم} many {# منهم يسكنون في دائرتكم} other {# منهم يسكنون في دائرتكم}}',
  'campaigns.names.living.few': 'يُعرف أن أقل من 10 منهم يسكنون في دائرتكم',
  'campaigns.names.living.where': '(رموز بريدية تبدأ بـ {beginnings})',
  'campaigns.names.online': 'وقّعوا عبر الإنترنت',
  'campaigns.names.on-paper': 'وقّعوا على الورق',
  'campaigns.names.by': 'سلّمتها {group}، {day}',
  'campaigns.names.unshown':
    '{count, plural, zero {ولا أحد سواهم} one {وشخص آخر لا يظهر اسمه} two {وشخصان آخران لا يظهر اسماهما} few {و# أشخاص آخرين لا تظهر أسماؤهم} many {و# شخصًا آخر لا تظهر أسماؤهم} other {و# شخص آخر لا تظهر أسماؤهم}}',
  'campaigns.names.cut': 'يتسع الكتاب لـ {most} اسم. وجميعها في ملف CSV.',
  'campaigns.names.none': 'لا أسماء تُعرض بعد.',
  'campaigns.sign.postcode': 'الرمز البريدي',
  'campaigns.sign.postcode.hint': 'ليعرف من يقرّر كم منّا يسكن في كل منطقة. لا يراه إلا {group}.',
  'campaigns.field.asks-postcode': 'اطلب الرمز البريدي من الموقّعين',
  'campaigns.field.asks-postcode.hint': 'يمكن تركه فارغًا. عندها يذكر كتاب الأسماء كم منهم يسكن في الدائرة.',
} as const satisfies Record<keyof typeof english, string>;
