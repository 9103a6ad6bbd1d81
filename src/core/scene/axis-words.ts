import { isArabicText, type MeasureText } from '../layout/type-scale.js';
import type { TickFormat } from '../viewport/ticks.js';
import type { AxisWords } from './draw-axis.js';
import type { Language } from './language.js';

/** The axis in a language: how each kind of tick is written. */
export function createAxisWords({ messages, dates, lang, dir }: Language, measure: MeasureText): AxisWords {
  return {
    format: ({ time }, format) => {
      const [first, second] = tickShapes[format];
      const text = dates.format(time, first);
      return second ? `${text} ${dates.format(time, second)}` : text;
    },
    time: messages.axis.time,
    undated: messages.axis.undated,
    lang,
    dir,
    measure: (text, role) => measure(text, role, isArabicText(text)),
  };
}

type Shape = Parameters<Language['dates']['format']>[1];

const tickShapes: Readonly<Record<TickFormat, readonly [Shape, Shape?]>> = {
  time: ['time'],
  'weekday-day': ['weekday', 'day'],
  day: ['day'],
  month: ['short-month'],
  year: ['year'],
  'full-day': ['full'],
  'month-year': ['month-year'],
};
