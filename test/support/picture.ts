import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';

/** Fails unless `content` is the text of test/pictures/`name`; `npm run test:update` rewrites the file. */
export async function expectPicture(name: string, content: string): Promise<void> {
  const { equal, expected } = await executeServerCommand<
    { equal: boolean; expected: string | null },
    { name: string; content: string }
  >('snapshot', { name, content });
  if (equal) return;
  const hint = 'run "npm run test:update" and review the diff';
  if (expected === null) expect.fail(`there is no test/pictures/${name} yet: ${hint}`);
  expect(content, `test/pictures/${name} differs; if the new picture is right, ${hint}`).to.equal(expected);
}
