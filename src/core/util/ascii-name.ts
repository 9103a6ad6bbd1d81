/** A name that every file system, address and bibliography takes: small ASCII letters, digits, hyphens; empty where none are left. */
export const asciiName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
