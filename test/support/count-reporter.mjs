/** Ends the run with one plain line, such as `12 passed, 0 failed, 0 skipped`, for people and scripts alike. */
export function countReporter() {
  return {
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const count = { passed: 0, failed: 0, skipped: 0 };
        countSuite(session.testResults, count);
        // A file that did not load has no tests to fail, but it did fail.
        if (count.failed === 0 && (!session.passed || session.errors?.length > 0)) count.failed = 1;
        for (const key in total) total[key] += count[key];
      }
      const line = `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`;
      // The runner prints some lines of its own after its reporters have stopped.
      process.once('exit', () => console.log(line));
    },
  };
}

function countSuite(suite, count) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) count.skipped++;
    else if (test.passed) count.passed++;
    else count.failed++;
  }
  for (const child of suite?.suites ?? []) countSuite(child, count);
}
