/**
 * How light a computed colour is, from 0 for black to 1 for white (relative luminance of WCAG 2). Computed values are
 * `rgb(…)` most of the time; whatever else CSS may hold (`oklch(…)`, `color(display-p3 …)`) a canvas translates.
 */
export function luminance(colour: string): number {
  const match = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour);
  const [red, green, blue] = (match ? match.slice(1).map(Number) : pixelOf(colour)).map(linear);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

function pixelOf(colour: string): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
}
