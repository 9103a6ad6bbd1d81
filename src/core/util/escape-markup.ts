const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as it stands in HTML and XML: between tags, or between the double quotation marks of an attribute. What a kind of
 * document cannot hold at all is its writer's matter.
 */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
