import { readFileSync } from 'node:fs';
import { HELP } from '../../src/triggers/cli/help.ts';
import { REPORT_IDS } from '../../src/core/request.ts';
import { filled, type Parts, partsOf } from './fill.ts';
import { keyParts } from './key-parts.ts';
import { reportParts } from './report-parts.ts';

export type Page = {
  readonly path: string;
  /** Where it is. */
  readonly url: URL;
  readonly written: string;
  readonly meant: string;
  readonly parts: readonly string[];
};

/** Every page with parts that the code knows, as it is and as it should be. */
export function pages(): readonly Page[] {
  return [
    page('docs/configure.md', keyParts()),
    page('docs/command-line.md', { help: ['```', HELP, '```'].join('\n') }),
    ...REPORT_IDS.map((id) => page(`docs/reports/${id}.md`, reportParts(id))),
  ];
}

function page(path: string, parts: Parts): Page {
  const url = new URL(`../../${path}`, import.meta.url);
  const written = readFileSync(url, 'utf8');
  return { path, url, written, meant: filled(written, parts), parts: partsOf(written) };
}
