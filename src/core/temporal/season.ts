/**
 * The part of a year that one of EDTF's codes 21–41 stands for.
 *
 * | code  | written for                                | months                                      |
 * |-------|--------------------------------------------|---------------------------------------------|
 * | 21 23 | spring, autumn, hemisphere not said        | March to November: both meanings            |
 * | 22 24 | summer, winter, hemisphere not said        | June to next February: both meanings        |
 * | 25–28 | spring to winter of the northern hemisphere | three months, from March, June, September, December |
 * | 29–32 | spring to winter of the southern hemisphere | three months, from September, December, March, June |
 * | 33–36 | quarters                                   | three months                                |
 * | 37–39 | quadrimesters                              | four months                                 |
 * | 40–41 | semesters                                  | six months                                  |
 *
 * Seasons are the meteorological ones. One that runs over new year belongs to the year in which it begins, which is
 * also the order of the codes: winter comes last.
 */
export interface Season {
  /** 1–12 */
  readonly firstMonth: number;
  readonly months: number;
  /** The first month of the later of its two meanings; equals `firstMonth` where there is one meaning. */
  readonly lastFirstMonth: number;
}

const firstMonths = [3, 6, 3, 6, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7];

/** Null for anything but the codes 21–41. */
export function seasonOf(code: number): Season | null {
  const firstMonth = firstMonths[code - 21];
  if (firstMonth === undefined) return null;
  if (isSeasonOfEitherHemisphere(code)) return { firstMonth, months: 9, lastFirstMonth: firstMonth + 6 };
  return { firstMonth, months: code < 37 ? 3 : code < 40 ? 4 : 6, lastFirstMonth: firstMonth };
}

/** Codes 21–24: spring to winter, without saying where on earth. */
export function isSeasonOfEitherHemisphere(code: number): boolean {
  return code > 20 && code < 25;
}
