export type Rgb = readonly [red: number, green: number, blue: number];

/** Of `#rrggbb`, `rgb(…)` or any other colour that the browser knows. */
export function rgbOf(colour: string): Rgb {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

/** Relative luminance as WCAG 2.2 defines it. */
export function luminanceOf(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

export function contrast(first: Rgb, second: Rgb): number {
  const [a, b] = [luminanceOf(first), luminanceOf(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How many opaque pixels of each colour a part of a canvas has, as `red,green,blue`. */
export function coloursIn(canvas: HTMLCanvasElement, top = 0, height = canvas.height, left = 0): Map<string, number> {
  const { data } = canvas.getContext('2d')!.getImageData(left, top, canvas.width - left, Math.max(1, height));
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < 255) continue;
    const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return counts;
}
