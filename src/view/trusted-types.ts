interface Policy {
  createScriptURL(url: string): string;
}

interface PolicyMaker {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null | undefined;

/**
 * The address of a worker, as a page that demands Trusted Types wants it; null where the page lists other policies. Ours
 * is made when the first worker is: a page that refuses it writes that down, and what needs no worker shall not cost
 * that. Templates need no policy (`build-template.ts`), so that the name "lit-html" is left to the page's own Lit.
 */
export function trustedUrl(url: string): string | null {
  if (policy === undefined) policy = makePolicy();
  return policy && policy.createScriptURL(url);
}

function makePolicy(): Policy | null {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  const rules: Policy = { createScriptURL: (url) => url };
  try {
    return trustedTypes ? trustedTypes.createPolicy('report-timeline', rules) : rules;
  } catch {
    return null;
  }
}
