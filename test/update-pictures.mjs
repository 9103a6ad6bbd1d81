import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { binary } from './support/binary.mjs';

// A script of its own because `NAME=value command` is not a command on Windows.
const { status } = spawnSync(process.execPath, [binary('@web/test-runner', 'wtr'), '--config', 'test/wtr.config.mjs'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, UPDATE_PICTURES: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
