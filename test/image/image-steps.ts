// Runs the steps of the Dockerfile without an engine, starts what they made, and prints how that went.
import { fileURLToPath } from 'node:url';
import { tryImage } from './try-image.ts';

const tried = await tryImage(fileURLToPath(new URL('../../', import.meta.url)), (line) =>
  process.stdout.write(`  ${line}\n`),
);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
process.stdout.write(`
made in ${seconds(tried.installMs)}, ${Math.round(tried.megabytes)} MB without Node; as user ${tried.uid}
/readyz ${tried.readyz} after ${seconds(tried.readyMs)}, health check ended with ${tried.health}
SIGTERM: ended with ${tried.code} after ${seconds(tried.endMs)}
written outside of /tmp and the volume: ${tried.written.join(', ') || 'nothing'}\n`);
const well = tried.readyz === 200 && tried.health === 0 && tried.code === 0 && tried.written.length === 0;
process.exit(well ? 0 : 1);
