/**
 * All that the view takes from D3, by name, so that the rest is shaken off the bundle and one look tells the cost.
 */
export { brushX, select, zoom, zoomIdentity } from 'd3';
export type { D3BrushEvent, D3ZoomEvent } from 'd3';
