import type { proofs as english } from '../en/proofs.ts';

export const proofs = {
  'campaigns.proof.title': 'إثبات العدد',
  'campaigns.proof.line':
    '{count, plural, zero {لم يُحصَ أي اسم} one {أُحصي اسم واحد} two {أُحصي اسمان} few {أُحصيت # أسماء} many {أُحصي # اسمًا} other {أُحصي # اسم}} في {day}، البصمة {start}…',
  'campaigns.proof.counted':
    '{count, plural, zero {لم يُحصَ أي اسم} one {أُحصي اسم واحد} two {أُحصي اسمان} few {أُحصيت # أسماء} many {أُحصي # اسمًا} other {أُحصي # اسم}}: {moment}.',
  'campaigns.proof.none': 'لم يطلب أحد إحصاء هذه الحملة بعد.',
  'campaigns.proof.fingerprint': 'البصمة',
  'campaigns.proof.write-down':
    'دوّنوها، أو أرسلوها بعضكم إلى بعض. فإن تغيّر شيء في العدد أو القائمة لاحقًا صارت بصمة أخرى.',
  'campaigns.proof.list': 'القائمة، بلا أسماء ({kilobytes, number} كيلوبايت)',
  'campaigns.proof.script': 'البرنامج الذي يتحقق منها',
  'campaigns.proof.shows': 'ما الذي يُظهره',
  'campaigns.proof.shows.count': 'في القائمة سطر لكل اسم محسوب: بقدر ما كان العدد المعلن في تلك اللحظة.',
  'campaigns.proof.shows.own':
    'تجد كل مجموعة تحمل الحملة سطور أشخاصها فيها، كلًّا منها مرة واحدة. ولا يستطيع أحد غيرها أن يعرف لمن السطر.',
  'campaigns.proof.shows.fixed': 'لا يمكن تغيير العدد ولا القائمة بعد ذلك من دون أن تتغير البصمة.',
  'campaigns.proof.shows-not': 'ما الذي لا يُظهره',
  'campaigns.proof.shows-not.people': 'أن سطور المجموعات الأخرى أشخاص حقًّا: كل مجموعة مسؤولة عن سطورها.',
  'campaigns.proof.shows-not.tens':
    'كل من وقّع عن طريق مجموعة تساند الحملة. فهم يُضافون عشرة عشرة، ومن وقّع عن طريق مجموعتين يُحسب مرة واحدة، بالعشرات أيضًا؛ لذلك لا ترد بعض أسماء المجموعة في القائمة.',
  'campaigns.proof.shows-not.since': 'من سحب اسمه منذ ذلك الحين. فالقائمة المحفوظة تبقى كما كانت.',
  'campaigns.proof.how': 'تحقّق بنفسك',
  'campaigns.proof.how.files': 'احفظ القائمة والبرنامج في مجلد واحد. يحتاج البرنامج إلى Node ولا يسأل أحدًا.',
  'campaigns.proof.how.own':
    'استخرج أسماء مجموعتك في هذه الحملة ملفًّا. وهذا لمن يحق لهم استخراج الأشخاص من مجموعتك.',
  'campaigns.proof.how.run': 'شغّل هذا، بأسماء ملفاتك:',
  'campaigns.proof.how.compare': 'قارن البصمة بالتي دوّنتها أنت والمجموعات الأخرى.',
  'campaigns.proof.take': 'أخذ إثبات',
  'campaigns.proof.take.text':
    'يحفظ العدد المعلن كما هو الآن، مع القائمة التي وراءه، لكل من يرى الحملة. وإن أُخذ إثبات خلال الساعة الأخيرة أُعطيت ذاك.',
  'campaigns.proof.take.few': 'ابتداءً من عشرة أسماء.',
  'campaigns.proof.waiting': 'تجري كتابته، وهذا يستغرق ثواني.',
  'campaigns.proof.look': 'انظر هل صار جاهزًا',
  'campaigns.proof.failed':
    'لم يكتمل الأخير: لم تتفق قائمته مع العدد المعلن، أو بقي أقل من عشرة أسماء. ولم يُحفظ منه شيء. إن تكرر ذلك فأخبر من يديرون هذا الموقع.',
  'campaigns.proof.all': 'كل الإثباتات',
  'campaigns.proof.column.counted': 'وقت الإحصاء',
  'campaigns.proof.column.names': 'الأسماء',
  'campaigns.proof.column.list': 'القائمة',
  'campaigns.proof.gone': 'لم تعد محفوظة',
  'campaigns.proof.own-names': 'أسماء أشخاصكم بصيغة CSV',
  'campaigns.proof.own-names.text':
    'من وقّعوا عن طريق مجموعتكم، وأيضًا للتحقق بها من إثبات العدد. كل مرة مسجّلة، ويقرؤون هم في كم يوم كان ذلك.',
  'error.campaigns.proof-too-few': 'تؤخذ الإثباتات ابتداءً من عشرة أسماء.',
  'error.campaigns.proofs-enough':
    'أُحصيت هذه الحملة {count} مرات خلال يوم. استعمل الأخير، أو انتظر إلى الغد.',
} as const satisfies Record<keyof typeof english, string>;
