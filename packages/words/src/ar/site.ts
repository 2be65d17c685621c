import type { site as english } from '../en/site.ts';

export const site = {
  'site.skip': 'انتقل إلى المحتوى',
  'site.nav.main': 'التنقل الرئيسي',
  'site.nav.campaigns': 'الحملات',
  'site.nav.events': 'الفعاليات',
  'site.nav.groups': 'المجموعات',
  'site.nav.messages': 'الرسائل',
  'site.nav.sign-in': 'تسجيل الدخول',
  'site.nav.account': 'حسابك',
  'site.nav.breadcrumb': 'موقعك في الصفحات',

  'site.footer': 'عن هذا الموقع',
  'site.footer.language': 'اللغة',
  'site.footer.stores': 'ما الذي يحفظه هذا الموقع',
  'site.footer.source': 'الشيفرة المصدرية',
  'site.footer.free': 'يعمل بنظام Groundwork، وهو برنامج حر.',

  'site.save': 'حفظ',
  'site.cancel': 'إلغاء',
  'site.back': 'رجوع',
  'site.continue': 'متابعة',
  'site.edit': 'تعديل',
  'site.remove': 'إزالة',
  'site.delete': 'حذف',
  'site.search': 'بحث',
  'site.send': 'إرسال',
  'site.close': 'إغلاق',
  'site.yes': 'نعم',
  'site.no': 'لا',
  'site.proof.working': 'يستغرق ذلك ثوانيَ قليلة، ثم يُرسل تلقائيًا.',
  'site.proof.done': 'اكتمل. يُرسل الآن.',
  'site.proof.bar': 'ما أُنجز من العمل حتى الآن',
  'site.proof.unable':
    'إن لم يستطع متصفحك ذلك هنا فاضغط «{button}» في الأسفل. يتسع هذا الطريق لعدد أقل في الوقت نفسه.',
  'site.proof.without': 'أرسل من دونه',
  'site.trap': 'اترك هذا فارغًا',
  'site.open-here': 'افتح الصفحة هنا',
  'site.zone.hint': 'ابدأ بكتابة اسم بلدك، أو اسم مدينة كبيرة قريبة منك بالحروف اللاتينية.',
  'site.optional': 'اختياري',
  'site.older': 'الأقدم',
  'site.newer': 'الأحدث',
  'site.pages': 'الصفحات',
  'site.saved': 'تم الحفظ.',
  'site.confirm': 'هل تريد المتابعة؟',
  'site.qr': 'رمز الاستجابة السريعة للعنوان {address}',
  'site.progress': 'التقدم نحو الهدف',

  'site.unready.title': 'يجري إعداد هذا الموقع',
  'site.unready.text':
    'القائمون على الموقع يجهّزونه الآن. عُد قريبًا. وإن كنت منهم فافتح رابط الإعداد الذي ظهر عند تشغيل الموقع.',

  'site.fault.not-found': 'لا شيء هنا',
  'site.fault.forbidden': 'هذه الصفحة غير متاحة لك',
  'site.fault.signed-out': 'أنت الآن خارج حسابك',
  'site.fault.signed-out.text':
    'انتهت جلستك، لكن ما كتبته ما زال هنا. سجّل الدخول في تبويب آخر، ثم عُد إلى هذا التبويب وأرسله مرة أخرى.',
  'site.fault.sign-in': 'سجّل الدخول في تبويب جديد',
  'site.fault.too-many': 'محاولات كثيرة',
  'site.fault.unavailable': 'الموقع يلتقط أنفاسه',
  'site.fault.internal': 'حدث خطأ ما',
  'site.fault.home': 'إلى الصفحة الأولى',
  'site.fault.again': 'حاول مرة أخرى',
  'site.fault.typed': 'ما كتبته محفوظ هنا',
  'site.fault.files': 'الصور والملفات الأخرى يجب اختيارها من جديد بعد ذلك.',
  'site.fault.password': 'كلمة مرورك مرة أخرى',
  'site.fault.send-again': 'أرسله مرة أخرى',

  'site.stores.title': 'ما الذي يحفظه هذا الموقع',
  'site.stores.intro':
    'يجمع {site} أقل ما يمكن، ولا يحتفظ به إلا ما دامت الحاجة إليه. هذه الصفحة تشرح معنى ذلك.',
  'site.stores.device.title': 'على جهازك',
  'site.stores.device.session': 'عند تسجيل الدخول، ملف تعريف ارتباط يبقيك مسجّلًا، ويزول عند تسجيل الخروج.',
  'site.stores.device.known':
    'حين تسجّل الدخول، ملف تعريف يتعرّف على هذا المتصفح نصف سنة. لا يُدخل أحدًا ولا يسمّي أحدًا: يمنع فقط من يخمّن كلمة مرورك من أن يحجبك عن حسابك.',
  'site.stores.device.language': 'عند اختيار لغة، ملف تعريف ارتباط يتذكرها مدة سنة.',
  'site.stores.device.changed': 'عند إرسال نموذج، ملف تعريف ارتباط لخمس ثوانٍ كي ترى تغييرك فورًا.',
  'site.stores.device.intent':
    'إن ضغطت شيئًا يحتاج إلى حساب قبل تسجيل الدخول، ملف تعريف ارتباط يحفظ ذلك نصف ساعة ليُنفَّذ بعد دخولك.',
  'site.stores.device.none': 'لا شيء غير ذلك: لا تتبّع ولا إعلانات، ولا تتصل أي صفحة هنا بخوادم شركة أخرى.',
  'site.stores.server.title': 'على الخادم',
  'site.stores.server.given':
    'ما تقدّمه إلى مجموعة، كاسمك وبريدك على عريضة، يخص تلك المجموعة وحدها. المجموعات الأخرى ترى الأعداد ولا ترى الأسماء أبدًا.',
  'site.stores.server.visits':
    'الروابط تعدّ الزيارات لا الزوار. وإن وقّعت بعدها أو أجبت فالمجموعة ترى عبر أي روابطها جئت. لا نحفظ عناوين الأجهزة ولا أنواع المتصفحات.',
  'site.stores.server.consent':
    'لا يحق لمجموعة أن تراسلك إلا إذا وافقت. وفي كل رسالة رابط يوقف المراسلة بنقرة واحدة.',
  'site.stores.server.erased':
    'حين تمحو مجموعة سجلك يبقى رفضك لبريدها ثلاث سنوات، على شكل رمز لا يستطيع أحد أن يقرأ منه عنوانك، حتى لا تعيد قائمة لاحقة البريد إليك. وموافقة جديدة منك تنهيه، وإن محوت سجلك بنفسك فلك ألا يُحفظ شيء أبدًا.',
  'site.stores.rights.title': 'ما الذي يمكنك فعله',
  'site.stores.rights.text':
    'خلف الروابط في بريد كل مجموعة طريق إلى كل ما تحفظه عنك، ويمكنك محوه هناك. وإن كان لديك حساب فيمكنك من صفحته تغيير اسمك وبريدك وحذف الحساب.',

  'site.source.title': 'الشيفرة المصدرية',
  'site.source.text':
    'يعمل هذا الموقع بنظام Groundwork، الإصدار {version}. وهو برنامج حر برخصة جنو أفيرو العمومية، الإصدار الثالث أو ما بعده: لك أن تستخدمه وتدرسه وتشاركه وتغيّره، وعلى من يشغّل نسخة معدّلة أن يتيح لك شيفرتها.',
  'site.source.link': 'احصل على الشيفرة المصدرية لهذا الموقع',
  'site.source.ask': 'يقدّم لك مشرفو هذا الموقع شيفرته المصدرية عند الطلب.',
  'error.site.security-contact': 'اكتب بريدًا إلكترونيًا أو عنوانًا يبدأ بـ https://.',
  'error.site.front-campaign': 'اختر حملة منشورة لمجموعة عامة.',
  'site.footer.rules': 'القواعد',
  'site.footer.contact': 'للتواصل:',
  'site.rules.title': 'قواعد {site}',
  'site.stores.contact.title': 'من تسأل',
  'site.stores.contact.text': 'القائمون على {site} يجيبون عبر:',
} satisfies Record<keyof typeof english, string>;
