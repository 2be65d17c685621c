import type { contactBudget as english } from '../en/contact-budget.ts';

export const contactBudget = {
  'coalitions.budget': 'حدّ التواصل',
  'coalitions.budget.intro':
    'كم رسالة في الأسبوع تصل شخصًا واحدًا على الأكثر من مجموعات هذا التحالف معًا. تقرر كل مجموعة بنفسها إن كانت تلتزم به. لا ينتقل اسم ولا عنوان: لا يُقال لأحد إلى من كتب الآخرون.',
  'coalitions.budget.field': 'الرسائل في الأسبوع على الأكثر',
  'coalitions.budget.hint':
    'من 1 إلى 14. يُسأل مشرفو كل مجموعة بالبريد. وإلى أن تقول مجموعة نعم لعدد جديد تلتزم بالعدد الذي قالت له نعم.',
  'coalitions.budget.end': 'أنهِه لكل المجموعات',
  'coalitions.budget.end.text':
    'تنتهي معه موافقة كل مجموعة، ويُمحى ما حُسب هذا الأسبوع. وليكون حدٌّ من جديد على كل مجموعة أن توافق مرة أخرى.',
  'coalitions.budget.propose': 'اقترحه',
  'coalitions.budget.proposed':
    '{count, plural, zero {لا رسائل في الأسبوع} one {رسالة واحدة في الأسبوع على الأكثر} two {رسالتان في الأسبوع على الأكثر} few {# رسائل في الأسبوع على الأكثر} many {# رسالة في الأسبوع على الأكثر} other {# رسالة في الأسبوع على الأكثر}} إلى شخص واحد، من كل المجموعات الملتزمة به.',
  'coalitions.budget.none': 'لا يقترح هذا التحالف حدًّا للتواصل.',
  'coalitions.budget.keepers': 'المجموعات الملتزمة به',
  'coalitions.budget.keepers.none': 'لا تلتزم به بعدُ أي مجموعة يمكنك معرفتها.',
  'coalitions.budget.keeps':
    '{count, plural, zero {لا رسائل في الأسبوع} one {رسالة واحدة في الأسبوع} two {رسالتان في الأسبوع} few {# رسائل في الأسبوع} many {# رسالة في الأسبوع} other {# رسالة في الأسبوع}}',
  'coalitions.budget.own.intro':
    'منذ قول نعم تُحسب رسائل مجموعتك إلى كثيرين، وكل رسالة إلى 50 شخصًا أو أكثر تتجاوز من وصله ما يكفي من كل المجموعات الملتزمة. تعرفون كم هم، مقرّبًا إلى العشرة الأدنى، ولا تعرفون أبدًا من هم.',
  'coalitions.budget.own.price':
    'من جرى تجاوزهم يظهرون في قوائمكم وأرقامكم كأنها وصلتهم. وإلى أقل من 50، وفي السلالم، لا تُحسب إلا رسائلكم.',
  'coalitions.budget.own.asked':
    'يقترح {coalition} {count, plural, zero {لا رسائل في الأسبوع} one {رسالة واحدة في الأسبوع} two {رسالتين في الأسبوع} few {# رسائل في الأسبوع} many {# رسالة في الأسبوع} other {# رسالة في الأسبوع}} على الأكثر. لم تقل مجموعتك نعم لذلك.',
  'coalitions.budget.own.kept':
    'تلتزم مجموعتك منذ {date} بما لا يزيد على {count, plural, zero {لا رسائل في الأسبوع} one {رسالة واحدة في الأسبوع} two {رسالتين في الأسبوع} few {# رسائل في الأسبوع} many {# رسالة في الأسبوع} other {# رسالة في الأسبوع}}.',
  'coalitions.budget.own.kept-by':
    'تلتزم مجموعتك منذ {date} بما لا يزيد على {count, plural, zero {لا رسائل في الأسبوع} one {رسالة واحدة في الأسبوع} two {رسالتين في الأسبوع} few {# رسائل في الأسبوع} many {# رسالة في الأسبوع} other {# رسالة في الأسبوع}}، بموافقة {name}.',
  'coalitions.budget.own.yes':
    '{count, plural, zero {نعم، بلا رسائل} one {نعم، رسالة واحدة في الأسبوع} two {نعم، رسالتان في الأسبوع} few {نعم، # رسائل في الأسبوع} many {نعم، # رسالة في الأسبوع} other {نعم، # رسالة في الأسبوع}}',
  'coalitions.budget.own.drop': 'سحب الموافقة',
  'coalitions.budget.own.suspended': 'ما دامت مجموعتك مُبعَدة فهي لا تلتزم هنا بأي حدّ.',
  'coalitions.done.budget': 'صار الاقتراح قائمًا، ويُسأل مشرفو كل مجموعة بالبريد.',
  'coalitions.done.budget-ended': 'انتهى حدّ التواصل لكل المجموعات.',
  'coalitions.done.budget-kept': 'تلتزم مجموعتك بحدّ التواصل من الآن.',
  'coalitions.done.budget-dropped': 'لم تعد مجموعتك تلتزم هنا بأي حدّ للتواصل.',
  'error.coalitions.budget-changed': 'صار المقترح عددًا آخر. اقرأه من جديد ثم قرر.',
  'mail.coalitions.budget-proposed.subject': 'يقترح {coalition} كم مرة تكتب مجموعاته إلى شخص',
  'mail.coalitions.budget-proposed.heading': 'اقتُرح حدّ للتواصل',
  'mail.coalitions.budget-proposed.text':
    'يقترح {coalition} ألا يصل أحدًا من مجموعاته معًا في الأسبوع أكثر من {count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتين} few {# رسائل} many {# رسالة} other {# رسالة}}. تلتزم به {group} إذا قال أحد مشرفيها نعم، ولا يحدث شيء بلا ذلك. لا ينتقل أي اسم إلى مجموعة أخرى.',

  'compositions.check.budget-own':
    'تلتزم مجموعتك بحدّ التواصل في {coalitions}: {most, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في الأسبوع. إلى أقل من {from} لا تُحسب إلا رسائلكم.',
  'compositions.check.budget-few':
    'حدّ التواصل في {coalitions} ({most, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في الأسبوع): يجري تجاوز أقل من 10 من هؤلاء، أو لا أحد. يمكن الكتابة إليهم من جديد خلال أسبوع على الأكثر.',
  'compositions.check.budget-some':
    'حدّ التواصل في {coalitions} ({most, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في الأسبوع): يجري تجاوز {count, number} من هؤلاء على الأقل. بحلول {on} يمكن الكتابة إليهم جميعًا من جديد.',
  'compositions.check.budget-unknown':
    'حدّ التواصل في {coalitions} ({most, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} في الأسبوع): قد يجري تجاوز بعض هؤلاء. لا يُحسب عددهم من جديد الآن.',
  'mailings.why.coalition-budget':
    '{count, plural, zero {وصلهم منكم هذا الأسبوع ما يسمح به حدّ التواصل} one {وصله منكم هذا الأسبوع ما يسمح به حدّ التواصل} two {وصلهما منكم هذا الأسبوع ما يسمح به حدّ التواصل} few {وصلهم منكم هذا الأسبوع ما يسمح به حدّ التواصل} many {وصلهم منكم هذا الأسبوع ما يسمح به حدّ التواصل} other {وصلهم منكم هذا الأسبوع ما يسمح به حدّ التواصل}}',
  'mailings.left-out.coalition-budget': 'وصلهم منكم هذا الأسبوع ما يسمح به حدّ التواصل',
  'mailings.budgeted.few':
    'تجاوز حدّ التواصل في تحالفكم أقل من 10 من هؤلاء، أو لا أحد. استُثنوا ولم تؤجَّل رسالتهم: خلال أسبوع على الأكثر يمكنكم الكتابة إليهم من جديد. لا يُقال لأحد من هم.',
  'mailings.budgeted.some':
    'تجاوز حدّ التواصل في تحالفكم {count, number} من هؤلاء على الأقل. استُثنوا ولم تؤجَّل رسالتهم: بحلول {date} يمكن الكتابة إليهم جميعًا من جديد. لا يُقال لأحد من هم.',
  'people.history.mailed-budgeted': 'أُرسل بريد: {label} (رسالة ربما تجاوز فيها حدّ التواصل بعض الناس)',
  'own.budget':
    'تلتزم بحدّ التواصل في {coalition}: من المجموعات الملتزمة به يصلك في الأسبوع على الأكثر {count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} إلى كثيرين.',
  'own.budget.unnamed':
    'تلتزم بحدّ التواصل في أحد التحالفات: من المجموعات الملتزمة به يصلك في الأسبوع على الأكثر {count, plural, zero {لا رسائل} one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}} إلى كثيرين.',
} as const satisfies Record<keyof typeof english, string>;
