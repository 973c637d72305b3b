import type { Button, Card, Line } from '../../core/card/card.ts';
import { cardWords, toHome } from '../../core/card/to-blocks.ts';
import { type Locale, LOCALES } from '../../core/i18n/locale.ts';
import { words } from '../../core/i18n/words.ts';
import { encodeRequest } from '../../core/request-code.ts';
import type { Settings } from '../../core/settings.ts';
import type { Clock, Log, Messenger } from '../../ports.ts';
import { reportOf } from '../../reports/catalog.ts';
import type { CardContext } from '../../reports/report.ts';
import { PRESS } from './card-buttons.ts';
import type { FormatFor } from '../read/format-for.ts';
import type { People, Reader, Sender } from './identify.ts';
import type { LastRead, LastReads } from '../read/last-reads.ts';
import type { SayHistory } from '../history/show-history.ts';
import type { ReadBeside } from '../history/read-beside.ts';
import type { ReadNames } from '../read/read-names.ts';
import type { ReadQuota } from '../read/read-quota.ts';
import { todaysRequest } from '../read/todays-request.ts';

/** Publishes App Home for somebody: today at a glance (from what was already read), quota, language, what can be asked. */
export type ShowHome = (sender: Sender) => Promise<void>;

export type HomeParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly messenger: Messenger;
  readonly people: People;
  readonly lastReads: LastReads;
  readonly sayHistory: SayHistory;
  readonly readNames: ReadNames;
  readonly readBeside: ReadBeside;
  readonly readQuota: ReadQuota;
  readonly formatFor: FormatFor;
  /** What else is on it, between the glance and what can be asked; null: nothing for this person. */
  readonly more?: readonly ((reader: Reader) => Promise<Card | null>)[];
};

export function homeShower(parts: HomeParts): ShowHome {
  const { clock, messenger, log } = parts;

  const glance = async (reader: Reader, reads: readonly LastRead[]): Promise<Card> => {
    const { operation, locale, audience } = reader;
    const w = words(locale);
    const now = clock.now();
    const format = parts.formatFor(locale, operation);
    const line = async ({ report: id, answer }: LastRead): Promise<Line> => {
      const report = reportOf(id);
      const request = todaysRequest(report, operation, now);
      const [{ names }, beside] = await Promise.all([
        parts.readNames(operation, report.catalogues, 'person'),
        parts.readBeside(request, operation, answer.asOf),
      ]);
      const context: CardContext = {
        operation,
        request,
        window: answer.window,
        now,
        locale,
        format,
        names,
        audience,
        rows: answer.rows,
        ...beside,
      };
      const { headline } = report.card(answer.sealed, context, null);
      return {
        text: [{ bold: report.words[locale].title }, `: ${headline} (${format.moment(answer.asOf, now)})`],
        action: run(`home-${id}`, w.buttons.open, encodeRequest(request)),
      };
    };
    const lines = await Promise.all(reads.map(line));
    const quota = await parts.readQuota(operation);
    return {
      headline: w.home.title({ operation: operation.name }),
      sections: [
        lines.length === 0 ? { kind: 'text', text: w.home.noToday } : { kind: 'lines', lines },
        {
          kind: 'figures',
          figures: [
            {
              label: w.home.quota,
              value: w.status.quota({
                used: quota.used,
                limit: quota.limit,
                resets: format.time(quota.resetAt),
                format,
              }),
            },
            await parts.sayHistory(operation, locale, format),
          ],
        },
      ],
      trust: [w.home.updated({ time: format.time(now) })],
      actions: [],
    };
  };

  const askable = ({ locale }: Reader): Card => {
    const w = words(locale);
    return {
      headline: w.home.whatCanIAsk,
      sections: [
        { kind: 'text', text: w.home.firstTime({ command: parts.settings.command }) },
        {
          kind: 'actions',
          actions: [...w.help.asks, ...w.help.others].map(
            ({ words: said }): Button => ({ kind: 'button', id: `${PRESS.say}:${said}`, label: said, value: said }),
          ),
        },
      ],
      trust: [],
      actions: [],
    };
  };

  return async (sender) => {
    const reader = await parts.people.identify(sender);
    if (reader === null) return;
    const reads = await parts.lastReads(reader.operation);
    const more = await Promise.all((parts.more ?? []).map((card) => card(reader)));
    const view = toHome(
      [
        await glance(reader, reads),
        ...more.filter((card) => card !== null),
        askable(reader),
        languageCard(reader.locale),
      ],
      cardWords(reader.locale),
    );
    const published = await messenger.publishHome(sender.user, view);
    if (!published.ok) log.warn('slack.home-not-shown', { code: published.problem.code });
  };
}

function languageCard(locale: Locale): Card {
  const { home } = words(locale);
  const choose = (to: Locale): Button => ({
    kind: 'button',
    id: `${PRESS.locale}:${to}`,
    label: home.languages[to],
    value: to,
    ...(to === locale ? { style: 'primary' } : {}),
  });
  return {
    headline: home.language,
    sections: [{ kind: 'actions', actions: LOCALES.map(choose) }],
    trust: [],
    actions: [],
  };
}

function run(name: string, label: string, value: string): Button {
  return { kind: 'button', id: `${PRESS.run}:${name}`, label, value };
}
