/** Which key zooms is a matter of the keyboard, and only the platform's name tells. */
export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** The key that makes a wheel zoom, as it is written on the keyboard. */
export const zoomKey = (): string => (isMac() ? '⌘' : 'Ctrl');
