import os from 'node:os';

/** On what it was measured, in one line. */
export function machine(browser, gpu) {
  const [{ model }] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return (
    `${os.cpus().length} cores (${model.trim()}), ${memory} GB, ${os.type()}, Node ${process.versions.node}, ${browser}` +
    `${gpu ? '' : ', painting without a graphics card'}`
  );
}
