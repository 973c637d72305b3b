import { atLeast } from '../../core/access.ts';
import type { Action, Button } from '../../core/card/card.ts';
import { digestListWords } from '../../core/i18n/digests/digest-list-words.ts';
import { ruleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import { words } from '../../core/i18n/words.ts';
import { shift, windowOf } from '../../core/period/calendar.ts';
import { FILE_FORMATS, type FileFormat, type Request, type Versus } from '../../core/request.ts';
import { decodeRequest, encodeRequest } from '../../core/request-code.ts';
import { RULE_OPEN } from '../rules/rule-presses.ts';
import { DIGEST_OPEN } from '../digests/digest-actions.ts';
import { UNLIST } from '../history/list-justified.ts';
import type { CardContext, Report } from '../../reports/report.ts';

/** What a press means. The part behind the colon only keeps two buttons of one row apart, as Slack wants it. */
export const PRESS = {
  run: 'run',
  last: 'last',
  check: 'check',
  share: 'share',
  file: 'file',
  reveal: 'reveal',
  say: 'say',
  locale: 'locale',
  justify: 'justify',
  unjustify: 'unjustify',
  unlist: UNLIST,
} as const;

/** What a press of "download" carries. */
export function encodeFile(format: FileFormat, request: Request): string {
  return `${format} ${encodeRequest(request)}`;
}

/** What `encodeFile` wrote; null for anything else. */
export function decodeFile(value: string): { readonly format: FileFormat; readonly request: Request } | null {
  const format = FILE_FORMATS.find((known) => value.startsWith(`${known} `));
  if (format === undefined) return null;
  const request = decodeRequest(value.slice(format.length + 1));
  return request && { format, request };
}

/** The buttons under every report; `hasUsual`: there is a usual to compare with. Each carries the whole request, so that nothing is remembered between presses. */
export function buttonsOf(context: CardContext, report: Report, hasUsual = false): readonly Action[] {
  const { request, operation, locale, audience, now } = context;
  const w = words(locale).buttons;
  const run = (name: string, label: string, change: Partial<Request>, spoken?: string): Button => ({
    kind: 'button',
    id: `${PRESS.run}:${name}`,
    label,
    value: encodeRequest({ ...request, ...change }),
    ...(spoken === undefined ? {} : { spoken }),
  });

  const before = shift(request.period, -1, operation.zone);
  const after = shift(request.period, 1, operation.zone);
  const hasNext = windowOf(after, operation.zone).from <= now;
  const first: Versus = hasUsual ? 'usual' : 'previous';
  const versus = request.view.versus === null ? first : null;
  const other = otherOf(request.view.versus, hasUsual);

  const share: Button = { kind: 'button', id: PRESS.share, label: w.share, value: encodeRequest(request) };
  const schedule: Button = {
    kind: 'button',
    id: `${DIGEST_OPEN}:schedule`,
    label: digestListWords(locale).buttons.schedule,
    value: encodeRequest(request),
  };
  const alertMe: Button = {
    kind: 'button',
    id: `${RULE_OPEN}:alert-me`,
    label: ruleListWords(locale).buttons.alertMe,
    value: encodeRequest(request),
  };
  const reveal: Button = { kind: 'button', id: PRESS.reveal, label: w.show, value: encodeRequest(request) };
  const hides = audience.place === 'channel' && (audience.names !== 'full' || !audience.outliersByName);
  return [
    ...(audience.place === 'private' ? [share] : []),
    ...(hides ? [reveal] : []),
    ...(report.endpoint.dated
      ? [
          run('previous', w.previous, { period: before }, w.previousSpoken),
          ...(hasNext ? [run('next', w.next, { period: after }, w.nextSpoken)] : []),
          run('compare', versus === null ? w.stopComparing : w.compare, { view: { ...request.view, versus } }),
          ...(other === null
            ? []
            : [
                run('compare-other', other === 'usual' ? w.compareUsual : w.comparePrevious, {
                  view: { ...request.view, versus: other },
                }),
              ]),
        ]
      : [run('refresh', w.refresh, {})]),
    {
      kind: 'menu',
      id: PRESS.file,
      label: w.download,
      options: FILE_FORMATS.map((format) => ({ label: w[format], value: encodeFile(format, request) })),
    },
    ...(atLeast(audience.role, 'supervisor') ? [alertMe, schedule] : []),
  ];
}

/** What else a card that compares can compare with. */
function otherOf(versus: Versus | null, hasUsual: boolean): Versus | null {
  if (versus === 'usual') return 'previous';
  return versus === 'previous' && hasUsual ? 'usual' : null;
}
