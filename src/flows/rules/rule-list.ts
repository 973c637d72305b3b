import { audienceFor } from '../../core/access.ts';
import { metricName } from '../../core/alerts/rule-metrics.ts';
import type { Rule } from '../../core/alerts/rule.ts';
import { suggestedRules } from '../../core/alerts/suggestions.ts';
import type { Action, Button, Card, Line, Section } from '../../core/card/card.ts';
import { alertCardWords } from '../../core/i18n/alerts/alert-card-words.ts';
import { ruleListWords } from '../../core/i18n/alerts/rule-list-words.ts';
import type { Operation } from '../../core/operation.ts';
import { operationNamed, type Settings } from '../../core/settings.ts';
import type { Clock } from '../../ports.ts';
import { ruleNameSaid } from '../alerts/cards/member-said.ts';
import type { Reader } from '../answer/identify.ts';
import type { FormatFor } from '../read/format-for.ts';
import { mayChangeRule } from './find-rule.ts';
import { RULE_OPEN, RULE_PRESS } from './rule-presses.ts';
import { isEach } from './rule-scopes.ts';
import type { ReadStanding, Standing } from './rule-standing.ts';
import { hoursSaid, placeSaid, sayRule } from './say-rule.ts';

export type RuleListParts = {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  readonly standing: ReadStanding;
  readonly nameOf: (user: string) => Promise<string>;
  /** What the scope of a rule is called, where it is one agent, skill, campaign or state. */
  readonly scopeName: (rule: Rule) => Promise<string | null>;
};

/** Above so many each is a line with a button that opens it: six buttons each would fill a phone. */
const MOST_IN_FULL = 4;
/** Whoever has so many needs none to start from. */
const MOST_SUGGESTED = 6;
/** A case of these needs a look now. */
const OPEN: ReadonlySet<Standing['status']> = new Set(['firing', 'recovering']);

export function ruleCards(parts: RuleListParts) {
  const { settings, clock } = parts;
  const operationOf = ({ operation }: Pick<Rule, 'operation'>): Operation =>
    operationNamed(settings, operation) ?? settings.operations[0];
  const saidFor = (rule: Rule, { locale }: Pick<Reader, 'locale'>) => ({
    locale,
    format: parts.formatFor(locale, operationOf(rule)),
  });

  /** The list is for whoever may ask: that somebody is watched by name is for supervisors. */
  const hidesWho = ({ scope, ...rule }: Rule, { actor }: Reader): boolean =>
    scope !== 'all' &&
    scope.kind === 'agent' &&
    !isEach({ ...rule, scope }) &&
    !audienceFor({ role: actor.role, place: 'private', channelPolicy: null }).outliersByName;
  const nameSaid = (rule: Rule, reader: Reader): string => {
    const said = { ...saidFor(rule, reader), words: alertCardWords(reader.locale) };
    return ruleNameSaid(rule, { outliersByName: !hidesWho(rule, reader) }, said);
  };
  const scopeSaid = async (rule: Rule, reader: Reader): Promise<string | null> =>
    hidesWho(rule, reader) ? alertCardWords(reader.locale).someAgent.toLocaleLowerCase() : parts.scopeName(rule);

  const stands = (rule: Rule, { status, since, open, ended }: Standing, reader: Reader): string => {
    const w = ruleListWords(reader.locale);
    const { format } = saidFor(rule, reader);
    const now = clock.now();
    if (rule.paused) return w.paused;
    if (operationNamed(settings, rule.operation) === null) return w.noOperation(rule.operation);
    const said = w.states[status];
    const [first] = open;
    const last = ended[0]?.episode.firedAt ?? null;
    return [
      since === null ? `${said}.` : w.since(said, format.moment(since, now)),
      ...(open.length > 1 ? [`${w.cases(open.length)}.`] : []),
      ...(first?.taken ? [w.takenBy(first.taken.name)] : []),
      ...(first !== undefined ? [] : [last === null ? w.neverFired : w.lastFired(format.moment(last, now))]),
    ].join(' ');
  };

  const facts = async (rule: Rule, reader: Reader): Promise<Section> => {
    const { locale } = reader;
    const w = ruleListWords(locale);
    const operation = operationOf(rule);
    const [standing, name, person] = await Promise.all([
      parts.standing(rule),
      scopeSaid(rule, reader),
      parts.nameOf(rule.channel),
    ]);
    const hours = hoursSaid(rule, operation, locale);
    const many = settings.operations.length > 1 ? ` · ${operation.name}` : '';
    const sign = OPEN.has(standing.status) && !rule.paused ? '● ' : '';
    return {
      kind: 'text',
      text: [
        { bold: `${sign}${nameSaid(rule, reader)}` },
        `${many}\n${sayRule(rule, name, saidFor(rule, reader))}${hours === null ? '' : `, ${hours}`} → `,
        ...placeSaid(rule, () => person),
        `\n${[stands(rule, standing, reader), ...(rule.origin === 'file' ? [w.inFile] : [])].join(' ')}`,
      ],
    };
  };

  const buttons = (rule: Rule, reader: Reader): readonly Action[] => {
    const w = ruleListWords(reader.locale);
    const mine = mayChangeRule(reader, rule) === null;
    const any = mayChangeRule(reader, null) === null;
    const own = rule.origin === 'slack' && mine;
    const press = (verb: string, label: string, more: Partial<Button> = {}): Button => ({
      kind: 'button',
      id: `${RULE_PRESS}:${verb}`,
      label,
      value: rule.id,
      ...more,
    });
    const confirm = { title: w.sureTitle, text: w.did.sure(rule.name), yes: w.buttons.remove, no: w.buttons.keep };
    return [
      ...(own ? [press('edit', w.buttons.edit, { id: `${RULE_OPEN}:edit` })] : []),
      ...(mine ? [rule.paused ? press('resume', w.buttons.resume) : press('pause', w.buttons.pause)] : []),
      ...(any ? [press('test', w.buttons.test), press('history', w.buttons.history)] : []),
      ...(own ? [press('remove', w.buttons.remove, { style: 'danger', confirm })] : []),
    ];
  };

  const inFull = async (rule: Rule, reader: Reader): Promise<readonly Section[]> => {
    const actions = buttons(rule, reader);
    return [await facts(rule, reader), ...(actions.length === 0 ? [] : [{ kind: 'actions', actions } as const])];
  };

  const line = async (rule: Rule, reader: Reader): Promise<Line> => ({
    text: [{ bold: nameSaid(rule, reader) }, `: ${stands(rule, await parts.standing(rule), reader)}`],
    action: {
      kind: 'button',
      id: `${RULE_PRESS}:show`,
      label: ruleListWords(reader.locale).buttons.open,
      value: rule.id,
    },
  });

  const addButton = (reader: Reader): readonly Button[] => {
    if (mayChangeRule(reader, null) !== null) return [];
    const { add } = ruleListWords(reader.locale).buttons;
    return [{ kind: 'button', id: `${RULE_OPEN}:add`, label: add, value: '', style: 'primary' }];
  };
  const allButton = ({ locale }: Reader): Button => ({
    kind: 'button',
    id: `${RULE_PRESS}:list`,
    label: ruleListWords(locale).buttons.all,
    value: '',
  });

  /** Rules to start from that nobody has made yet; none for those who may make none. */
  const suggestions = (there: readonly Rule[], operation: Operation, reader: Reader): readonly Section[] => {
    if (mayChangeRule(reader, null) !== null) return [];
    const { locale } = reader;
    const w = ruleListWords(locale);
    const known = new Set(there.filter((rule) => rule.operation === operation.id).map(metricName));
    const rules = suggestedRules({ ...operation, locale }, { channel: reader.actor.user, owner: reader.actor.user });
    const lines = rules
      .filter((rule) => !known.has(metricName(rule)))
      .map((rule): Line => {
        const hours = hoursSaid(rule, operation, locale);
        const said = `: ${sayRule(rule, null, saidFor(rule, reader))}${hours === null ? '' : `, ${hours}`}.`;
        const id = `${RULE_OPEN}:suggested:${metricName(rule)}`;
        const value = `${operation.id} ${metricName(rule)}`;
        return { text: [{ bold: rule.name }, said], action: { kind: 'button', id, label: w.buttons.see, value } };
      });
    return lines.length === 0
      ? []
      : [
          { kind: 'lines', title: w.suggested, lines },
          { kind: 'text', text: w.suggestedHint },
        ];
  };

  return {
    line,
    addButton,
    allButton,
    suggestions,
    sayRule: async (rule: Rule, reader: Reader) => sayRule(rule, await scopeSaid(rule, reader), saidFor(rule, reader)),

    /** All of them, or those of one operation; `note`: what was just done. */
    async list(
      rules: readonly Rule[],
      operation: Operation,
      reader: Reader,
      note: string | null = null,
    ): Promise<Card> {
      const w = ruleListWords(reader.locale);
      const standings = await Promise.all(rules.map((rule) => parts.standing(rule)));
      const firing = rules.filter((rule, at) => !rule.paused && OPEN.has(standings[at]?.status ?? 'ok')).length;
      const headline = rules.length === 0 ? w.none : w.some({ count: rules.length, firing });
      const shown: readonly Section[] =
        rules.length > MOST_IN_FULL
          ? [{ kind: 'lines', lines: await Promise.all(rules.map((rule) => line(rule, reader))) }]
          : (await Promise.all(rules.map((rule) => inFull(rule, reader)))).flat();
      return {
        headline: note ?? headline,
        sections: [
          ...(note === null || rules.length === 0 ? [] : [{ kind: 'text', text: headline } as const]),
          ...(rules.length === 0 ? [{ kind: 'text', text: w.noneHint } as const] : shown),
          ...(rules.length < MOST_SUGGESTED ? suggestions(rules, operation, reader) : []),
        ],
        trust: [],
        actions: addButton(reader),
      };
    },

    /** One, with all that can be done with it. */
    async one(rule: Rule, reader: Reader, note: string | null = null): Promise<Card> {
      const w = ruleListWords(reader.locale);
      return {
        headline: note ?? `${nameSaid(rule, reader)}.`.replace('..', '.'),
        sections: await inFull(rule, reader),
        trust: [
          ...(hidesWho(rule, reader) ? [] : [rule.id]),
          ...(rule.origin === 'file' ? [w.inFileHint] : []),
          ...(rule.owner === null ? [] : [w.ownedBy(await parts.nameOf(rule.owner))]),
        ],
        actions: [allButton(reader)],
      };
    },

    /** Several that may be meant, each with the button that does what was wanted. */
    choose(
      said: string,
      hint: string | null,
      among: readonly Rule[],
      press: (rule: Rule) => Button,
      reader: Reader,
    ): Card {
      return {
        headline: said,
        sections: [
          ...(hint === null ? [] : [{ kind: 'text', text: hint } as const]),
          {
            kind: 'lines',
            lines: among.map((rule) => ({ text: [{ bold: nameSaid(rule, reader) }], action: press(rule) })),
          },
        ],
        trust: [],
        actions: [allButton(reader), ...addButton(reader)],
      };
    },
  };
}
export type RuleCards = ReturnType<typeof ruleCards>;
