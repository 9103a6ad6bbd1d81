import type { Dataset, EventLink } from '../dataset/dataset.js';
import type { Claim, TimelineEvent } from '../dataset/event.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { safeUrl } from '../util/safe-url.js';
import type { Language } from './language.js';

/** What somebody says of an event, or what is said of another event that is the same, or may be. */
export interface Account {
  readonly index: number;
  readonly event: TimelineEvent;
  readonly claims: readonly Claim[];
  /** Who says it, where several speak of one event; null where the accounts are events. */
  readonly by: LocalizedText | null;
  /** How the other event stands to this one; null for this one. */
  readonly link: EventLink | null;
}

/**
 * The accounts of an event that there are to compare, its own first; empty where there is one only. Where it may be the
 * same as another they are events, with all that is known of each; else claimants, who can differ in nothing but their
 * words.
 */
export function accountsOf(dataset: Dataset, index: number): readonly Account[] {
  const event = dataset.event(index);
  const { claims } = event;
  const same = dataset.links(index).filter(({ type }) => type === 'same-as');
  if (same.length > 0) {
    const own: Account = { index, event, claims, by: null, link: null };
    const others = same.map((link): Account => {
      const other = dataset.event(link.to);
      return { index: link.to, event: other, claims: other.claims, by: null, link };
    });
    return [own, ...others];
  }
  const groups = groupClaims(claims, (claim) => claimantOf(dataset, claim));
  if (groups.filter((own) => own.some(({ quote }) => quote !== undefined)).length < 2) return [];
  return groups.map((own) => ({ index, event, claims: own, by: claimantOf(dataset, own[0]!), link: null }));
}

/** "Two accounts of one event"; where that it is one is no more than possible, that too. */
export function accountsHeading(accounts: readonly Account[], { numbers, messages }: Language): string {
  const { pair, heading, possiblePair, possibleHeading } = messages.accounts;
  const isPossible = accounts.some(({ link }) => link?.possible);
  if (accounts.length === 2) return isPossible ? possiblePair : pair;
  return numbers.count(accounts.length, isPossible ? possibleHeading : heading);
}

/** Who says it: by name, by the title of the source, or, where nobody but the address says who it is, by its host. */
export function claimantOf(dataset: Dataset, { by, source, url }: Claim): LocalizedText {
  if (by !== '') return by;
  const host = safeUrl(url)?.match(/^https?:\/\/(?:www\.)?([^/?#:]+)/i)?.[1];
  return (source === undefined ? undefined : dataset.sources.get(source)?.title) ?? host ?? '';
}

/** Claims that have the same in common, in the order of the first of each. */
export function groupClaims(
  claims: readonly Claim[],
  common: (claim: Claim) => unknown,
): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify(common(claim));
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}
