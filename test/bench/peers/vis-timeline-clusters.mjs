import { about as plain, mountWith, unmount } from './vis-timeline.mjs';

export const about = { ...plain, label: 'vis-timeline, clusters' };
export const mount = (place, { text }) => mountWith({ cluster: { maxItems: 5 } }, place, text);
export { unmount };
