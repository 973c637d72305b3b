import { writeFileSync } from 'node:fs';
import { pages } from './pages.ts';

/** `npm run docs`: writes what the code knows into the pages that tell of it. */
for (const { path, url, written, meant } of pages()) {
  if (meant !== written) writeFileSync(url, meant);
  process.stdout.write(`${path}: ${meant === written ? 'as it was' : 'written'}\n`);
}
