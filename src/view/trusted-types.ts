interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

interface PolicyMaker {
  createPolicy(name: string, rules: Policy): Policy;
}

/**
 * Where a page demands Trusted Types, Lit needs a policy for its templates and we need one for the address of a worker.
 * Lit would ask for the fixed name "lit-html" and throw where it may not have it: where the page's policy lists other
 * names, or where the page has a Lit of its own. Ours tries its own name first, never throws, and is shared by both
 * (the build gives it to Lit). It is seen by this script only.
 */
export const trustedPolicy: Policy | undefined = makePolicy();

function makePolicy(): Policy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (url) => url };
  for (const name of trustedTypes ? ['report-timeline', 'lit-html'] : []) {
    try {
      return trustedTypes!.createPolicy(name, rules);
    } catch {
      // The next name, then none.
    }
  }
  return undefined;
}
