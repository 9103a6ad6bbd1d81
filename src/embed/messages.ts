/**
 * What frame and host page say to each other, by `postMessage`. Nothing of it is secret, and nothing of it tells what a
 * reader does: so it may go to any origin (`*`), which neither side can know beforehand.
 */

/** From the frame, as soon as its script runs: it can be answered. */
export interface HereMessage {
  readonly type: 'report-timeline:here';
}

/** From the frame, whenever its contents have another height, and when it was asked: that height, in whole CSS pixels. */
export interface HeightMessage {
  readonly type: 'report-timeline:height';
  readonly height: number;
}

/** From the host page: is its text light or dark, and so the page dark or light? The height is to be told (again). */
export interface AskMessage {
  readonly type: 'report-timeline:ask';
  readonly scheme: 'light' | 'dark';
}

/** Heights that a frame may ask for, in CSS pixels; what is longer is scrolled within it. */
export const leastHeight = 50;
export const mostHeight = 20_000;
