import { audienceFor } from '../../../core/access.ts';
import type { Rule } from '../../../core/alerts/rule.ts';
import type { Card } from '../../../core/card/card.ts';
import { problem, type ProblemCode } from '../../../core/errors.ts';
import { ruleTroubleWords } from '../../../core/i18n/alerts/alert-trouble-words.ts';
import type { Format } from '../../../core/i18n/format.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { problemSaid } from '../../../core/i18n/problem-said.ts';
import type { Operation } from '../../../core/operation.ts';
import type { Settings } from '../../../core/settings.ts';
import { fingerprint } from '../../../core/values/fingerprint.ts';
import type { Clock, Messenger } from '../../../ports.ts';
import type { FormatFor } from '../../read/format-for.ts';
import { alertCard } from './alert-card.ts';
import { membersOf } from './card-members.ts';
import type { Sheet, SheetKey } from './sheet.ts';

/** A card as it would be shown now. `print` tells it from another one, times of the data apart; `open`: something on it is not over. */
export type Drawn = {
  readonly card: Card;
  readonly locale: Locale;
  readonly format: Format;
  readonly print: number;
  readonly open: boolean;
};
export type CardDrawer = (
  sheet: Sheet,
  of: { readonly operation: Operation; readonly rule: Rule; readonly key: SheetKey; readonly id: string },
) => Promise<Drawn | null>;

export function cardDrawer({
  settings,
  clock,
  formatFor,
  messenger,
}: {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  readonly messenger: Pick<Messenger, 'person'>;
}): CardDrawer {
  const nameOf = async (user: string | null): Promise<string | null> => {
    if (user === null) return null;
    const person = await messenger.person(user);
    return person.ok ? person.value.name : null;
  };
  return async (sheet, { operation, rule, key, id }) => {
    const shown = sheet.cards[id];
    if (shown === undefined) return null;
    const members = membersOf(sheet, shown);
    if (members.length === 0) return null;
    const channelPolicy = settings.channels[rule.channel] ?? null;
    const locale = channelPolicy?.locale ?? operation.locale;
    const format = formatFor(locale, operation);
    const inChannel = shown.astray === null && !isPerson(rule.channel);
    const audience = audienceFor({ role: 'supervisor', place: inChannel ? 'channel' : 'private', channelPolicy });
    const now = clock.now();
    const owner = await nameOf(rule.owner);
    const drawn = alertCard(
      sheet,
      shown,
      { ...key, card: id },
      { rule, operation, locale, audience, format, owner, now },
    );
    const card =
      shown.astray === null ? drawn : astrayCard(drawn, rule, shown.astray, { locale, format, operation, now });
    const { headline, sections, actions } = card;
    const print = fingerprint(JSON.stringify([headline, sections, actions]));
    return { card, locale, format, print, open: members.some((member) => member.open) };
  };
}

/** Whether a rule tells a person and not a channel. */
export function isPerson(id: string): boolean {
  return /^[UW]/.test(id);
}

type Told = { readonly locale: Locale; readonly format: Format; readonly operation: Operation; readonly now: number };

function astrayCard(card: Card, { channel }: Rule, code: ProblemCode, { locale, format, operation, now }: Told): Card {
  const words = ruleTroubleWords(locale);
  const said = problemSaid(problem(code, { channel }), { locale, operation: operation.name, format, now });
  return {
    ...card,
    sections: [...card.sections, { kind: 'text', text: words.astray(said.what) }, { kind: 'text', text: said.next }],
  };
}
