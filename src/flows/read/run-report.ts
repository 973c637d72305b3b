import type { Card } from '../../core/card/card.ts';
import { plain } from '../../core/card/plain.ts';
import type { CardBody, CardContext, Report, Sealed } from '../../reports/report.ts';
import { buttonsOf } from '../answer/card-buttons.ts';
import type { FormatFor } from './format-for.ts';
import { type GatherPorts, type Order, reportGatherer } from './gather-report.ts';
import type { Answer, NotRead } from './read-report.ts';
import { trustLine } from './trust-line.ts';

export type { Order } from './gather-report.ts';

/** A report made: what to show, and all that a table, an export or a check of the same figures needs. */
export type Shown = {
  readonly card: Card;
  readonly report: Report;
  readonly sealed: Sealed;
  readonly context: CardContext;
  readonly answer: Answer;
};
/** A failure brings what was read before, where there is any, to be offered with its time. */
export type RunReport = (order: Order) => Promise<{ readonly ok: true; readonly value: Shown } | NotRead>;

/** The one way from a request to a card: gather, word, and say where it comes from. */
export function reportRunner(ports: GatherPorts, formatFor: FormatFor, command: string): RunReport {
  const gather = reportGatherer(ports, formatFor, command);
  return async (order) => {
    const gathered = await gather(order);
    if (!gathered.ok) return gathered;
    const { report, answer, context, previous, usual, trust } = gathered.value;
    const body = report.card(answer.sealed, context, previous);
    return {
      ok: true,
      value: {
        card: {
          headline: body.headline,
          sections: [...usual.sections, ...body.sections],
          trust: trustLine(trust(body.notes, spoken(body))),
          actions: buttonsOf(context, report, usual.there),
        },
        report,
        sealed: answer.sealed,
        context,
        answer,
      },
    };
  };
}

/** The sentences of a card, in which it may say how it stands against the usual. */
function spoken({ headline, sections }: CardBody): string {
  const texts = sections.flatMap((section) => (section.kind === 'text' ? [plain(section.text)] : []));
  return [headline, ...texts].join(' ');
}
