import type { DateWords } from './date-words.js';

const seasons = ['ربيع', 'صيف', 'خريف', 'شتاء'];
const ordinals = ['الأول', 'الثاني', 'الثالث', 'الرابع'];
const decades = ['عشرينيات', 'ثلاثينيات', 'أربعينيات', 'خمسينيات', 'ستينيات', 'سبعينيات', 'ثمانينيات', 'تسعينيات'];
const centuries = ['التاسع عشر', 'العشرين', 'الحادي والعشرين'];
const relations = { before: 'قبل', after: 'بعد', during: 'خلال', 'same-as': 'الحدث نفسه' };
const reasons = {
  before: 'لأنه وقع قبل',
  after: 'لأنه وقع بعد',
  during: 'لأنه وقع خلال',
  'same-as': 'لأنه الحدث نفسه:',
};

/** Arabic as newspapers write it. Words, not dashes, join the ends of a range: they keep their order right to left. */
export const arabicDateWords: DateWords = {
  at: (date) => `في ${date}`,
  around: (date) => `نحو ${date}`,
  possibly: (phrase) => `ربما ${phrase}`,
  about: (date) => `نحو ${date}`,
  doubtful: (date) => `${date} (ربما)`,
  between: (a, b) => `في وقت ما بين ${a} و${b}`,
  timeBetween: (a, b) => `وقت ما بين ${a} و${b}`,
  fromTo: (a, b) => `من ${a} إلى ${b}`,
  onOrBefore: (date) => `في ${date} أو قبله`,
  onOrAfter: (date) => `في ${date} أو بعده`,
  since: (date) => `منذ ${date}، ولا يزال مستمرًا وقت كتابة التقرير`,
  endUnknown: (date) => `منذ ${date}؛ نهايته غير معروفة`,
  until: (date) => `حتى ${date}، وكان مستمرًا من قبل`,
  startUnknown: (date) => `حتى ${date}؛ بدايته غير معروفة`,
  range: (a, b) => `من ${a} إلى ${b}`,
  orEarlier: (date) => `${date} أو قبله`,
  orLater: (date) => `${date} أو بعده`,
  oneOf: (items) => `في أحد هذه التواريخ: ${items.join('، ')}`,
  eachOf: (items) => `في كل من هذه التواريخ: ${items.join('، ')}`,
  undated: 'التاريخ غير مذكور',
  ongoing: 'التاريخ غير مذكور؛ كان مستمرًا وقت كتابة التقرير',
  likely: (phrase) => `، والأرجح ${phrase}`,
  perhaps: (phrase) => `، وربما ${phrase}`,
  relation: (type, title, possible) => `${possible ? 'ربما ' : ''}${relations[type]}: ${title}`,
  join: (phrases) => phrases.join('؛ '),
  notAfter: (date, type, title) => `ليس بعد ${date}، ${reasons[type]} ${title}`,
  notBefore: (date, type, title) => `ليس قبل ${date}، ${reasons[type]} ${title}`,
  year: (year) => `عام ${year}`,
  decade(firstYear) {
    const decade = decades[(firstYear % 100) / 10 - 2];
    const century = centuries[Math.floor(firstYear / 100) - 18];
    return decade && century ? `${decade} القرن ${century}` : null;
  },
  years: (first, last) => `الأعوام من ${first} إلى ${last}`,
  season(code, year) {
    if (code < 33) {
      const hemisphere = code < 25 ? '' : ` في نصف الكرة ${code < 29 ? 'الشمالي' : 'الجنوبي'}`;
      return `${seasons[(code - 21) % 4]} ${year}${hemisphere}`;
    }
    const [first, part] = code < 37 ? [33, 'الربع'] : code < 40 ? [37, 'الثلث'] : [40, 'النصف'];
    return `${part} ${ordinals[code - first]} من عام ${year}`;
  },
  time: (date, time, utc) => `${date === null ? '' : `${date}، `}الساعة ${time}${utc ? ' بتوقيت غرينتش' : ''}`,
};
