import os from 'node:os';

/** On what it is measured, in one line; the load says how much else the machine does before anything begins. */
export function machine(browser, gpu) {
  const [{ model }] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return (
    `${os.cpus().length} cores (${model.trim()}), ${memory} GB, ${os.type()}, Node ${process.versions.node}, ${browser}` +
    `${gpu ? '' : ', painting without a graphics card'}, load ${os.loadavg()[0].toFixed(1)}`
  );
}
