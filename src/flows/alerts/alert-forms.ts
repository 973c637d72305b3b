import { z } from 'zod';
import { endBy } from '../../core/alerts/evaluate.ts';
import { may } from '../../core/access.ts';
import type { Card } from '../../core/card/card.ts';
import { oneLine } from '../../core/card/plain.ts';
import { cardWords, toModal } from '../../core/card/to-blocks.ts';
import { type Outcome, problem } from '../../core/errors.ts';
import { alertCardWords } from '../../core/i18n/alerts/alert-card-words.ts';
import { judgeAux } from '../../core/history/aux-cases.ts';
import { justifyWords } from '../../core/i18n/justify-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { dateAt } from '../../core/period/local-time.ts';
import { operationNamed } from '../../core/settings.ts';
import { readJson } from '../../core/values/json.ts';
import type { Press } from '../answer/answer-press.ts';
import type { Submission } from '../answer/justify-answer.ts';
import { WHY_MAX } from '../answer/justify.ts';
import type { ReadAuxPast } from '../history/aux-days.ts';
import type { Justifications } from '../history/justify-store.ts';
import { type AnswerParts, answerCard, type Before, withDeed } from './answer-alert.ts';
import { type CardRef, decodeRef, encodeRef } from './cards/card-ref.ts';
import { ruleNameSaid } from './cards/member-said.ts';
import type { EndedLog } from './cards/ended-log.ts';
import { planCards } from './cards/plan-cards.ts';
import type { Sheet } from './cards/sheet.ts';

export const ALERT_FORMS = { assign: 'alert-assign', justify: 'alert-justify' } as const;
const WHO = 'who';
const WHY = 'why';

/** Opens the form that asks to whom, or why; gives what to answer where it could not be opened. */
export type AskInForm = (kind: 'assign' | 'justify', before: Before, press: Press) => Promise<Card | null>;

/** `instance`: the case that was on the card when the form was opened; others may have joined it since. */
const metadataSchema = z.object({
  v: z.literal(1),
  ref: z.string(),
  instance: z.string().nullable().default(null),
  responseUrl: z.string().nullable(),
});

export function formAsker({
  messenger,
  cards,
  sheets,
}: Pick<AnswerParts, 'messenger' | 'cards' | 'sheets'>): AskInForm {
  return async (kind, { ref, reader }, press) => {
    if (press.triggerId === null) return cards.problem(problem('slack.expired'), reader, reader.operation, null);
    const found = kind === 'justify' ? openCase((await sheets.load(ref)).sheet, ref, null) : null;
    const instance = found?.instance ?? null;
    const metadata = JSON.stringify({ v: 1, ref: encodeRef(ref), instance, responseUrl: press.responseUrl });
    const view = kind === 'assign' ? assignForm(metadata, reader.locale) : whyForm(metadata, reader.locale);
    const opened = await messenger.openModal(press.triggerId, view);
    return opened.ok ? null : cards.problem(opened.problem, reader, reader.operation, null);
  };
}

/** Takes the forms that `formAsker` opened. */
export function alertFormAnswerer(
  parts: Omit<AnswerParts, 'askInForm' | 'store' | 'newId'> & {
    readonly justified: Justifications;
    readonly ended: EndedLog;
    readonly readAuxPast: ReadAuxPast;
    readonly tellPerson: (user: string, card: Card, locale: Locale) => Promise<Outcome<unknown>>;
  },
): (submission: Submission) => Promise<void> {
  const { people, cards, log, reply, audit } = parts;
  return async (submission) => {
    const { user, team, form, values, begin } = submission;
    const sender = { user, team, channel: null };
    const early = people.guess(sender);
    const written = values[form === ALERT_FORMS.assign ? WHO : WHY] ?? '';
    const given = (typeof written === 'string' ? written : (written[0] ?? '')).trim();
    if (form === ALERT_FORMS.justify && given === '') return begin({ [WHY]: justifyWords(early.locale).missing });
    if (form === ALERT_FORMS.assign && given === '')
      return begin({ [WHO]: alertCardWords(early.locale).answers.assignLabel });
    await begin();
    const read = readMetadata(submission.metadata);
    const tell = (card: Card, locale: Locale) =>
      reply({ sender, responseUrl: read?.responseUrl ?? null, turns: false }, card, locale);
    try {
      const reader = await people.identify(sender);
      if (reader === null) return await tell(cards.stranger(early.locale), early.locale);
      const deed = form === ALERT_FORMS.justify ? 'justify' : 'take-alert';
      const allowed = may(reader.actor.role, deed);
      if (!allowed.ok) {
        await audit.record(reader.actor, deed, form, 'denied');
        return await tell(cards.denied(allowed.because, reader), reader.locale);
      }
      const booked = read === null ? null : await parts.book.get(read.ref.rule);
      const operation = read === null ? null : operationNamed(parts.settings, read.ref.operation);
      if (read === null || booked === null || operation === null) {
        return await tell(cards.done(alertCardWords(reader.locale).answers.gone), reader.locale);
      }
      const before: Before = { ref: read.ref, rule: booked.rule, operation, reader };
      const card = await (form === ALERT_FORMS.assign
        ? assign(parts, before, given)
        : justify(parts, before, given, read.instance));
      if (card !== null) await tell(card, reader.locale);
    } catch (cause) {
      log.error('flow.failed', { flow: 'alert-form', cause });
      await tell(await cards.defect(early), early.locale);
    }
  };
}

type FormParts = Parameters<typeof alertFormAnswerer>[0];

async function assign(parts: FormParts, before: Before, to: string): Promise<Card | null> {
  const { messenger, cards, log } = parts;
  const person = await messenger.person(to);
  const name = person.ok ? person.value.name : to;
  const card = await answerCard(parts, before, { kind: 'assign', to }, name);
  if (card !== null || to === before.reader.actor.user) return card;
  // An edit of a message calls nobody: the one who is meant is told apart.
  const locale = (person.ok ? person.value.locale : null) ?? before.operation.locale;
  const words = alertCardWords(locale).answers;
  // Whoever it is may not be one of those who see whom a rule looks at.
  const said = { locale, format: parts.formatFor(locale, before.operation), words: alertCardWords(locale) };
  const rule = ruleNameSaid(before.rule, { outliersByName: false }, said);
  const told = cards.done(`${words.assignedToYou(before.reader.name)} ${rule}.`);
  const sent = await parts.tellPerson(to, told, locale);
  if (!sent.ok) log.warn('alerts.assignee-not-told', { code: sent.problem.code });
  return null;
}

async function justify(parts: FormParts, before: Before, given: string, instance: string | null): Promise<Card | null> {
  const { ref, operation, rule, reader } = before;
  const { sheets, clock, cards, audit, justified } = parts;
  const found = openCase((await sheets.load(ref)).sheet, ref, instance);
  if (found === null) return cards.done(alertCardWords(reader.locale).answers.alreadyOver);
  const now = clock.now();
  const why = oneLine(given).slice(0, WHY_MAX);
  const { agent, key: state, date } = found.aux;
  const who = { by: reader.actor.user, name: reader.name };
  const there = await justified.add(operation.id, { agent, state, date, why, ...who, at: now });
  // The alert is about several days: with one of them accepted, the others would bring it back at the next check.
  const past = await parts.readAuxPast(operation, dateAt(now, operation.zone));
  for (const day of past.days) {
    const { looks } = judgeAux([day], operation.aux, past.justified);
    const isOver = day.date !== date && looks.some((one) => one.agent === agent && one.key === state);
    if (isOver) await justified.add(operation.id, { agent, state, date: day.date, why, ...who, at: now });
  }
  const about = `aux ${operation.id} ${date} ${agent} ${state}`;
  await audit.record(reader.actor, 'justify', about, there === null ? 'done' : 'already');
  if (there !== null && there.by !== who.by) return cards.done(justifyWords(reader.locale).already(there));
  let was: Sheet | null = null;
  const after = await sheets.change(ref, (sheet) => {
    was = sheet;
    const card = sheet.cards[ref.card];
    const one = sheet.cases[found.instance];
    if (card === undefined || one === undefined) return null;
    const cases = { ...sheet.cases, [found.instance]: { ...one, state: endBy(one.state, 'justified', now) } };
    return planCards(withDeed({ ...sheet, cases }, ref.card, card, { did: 'justify', at: now, ...who, why }), now);
  });
  if (was !== null) await parts.ended.note(operation.id, { rule: rule.id, channel: rule.channel }, was, after);
  await parts.send(operation, rule, null, now);
  return null;
}

function openCase(sheet: Sheet, { card }: CardRef, only: string | null) {
  for (const { instance, firedAt } of sheet.cards[card]?.members ?? []) {
    if (only !== null && instance !== only) continue;
    const found = sheet.cases[instance];
    const isOpen =
      found !== undefined && 'episode' in found.state.phase && found.state.phase.episode.firedAt === firedAt;
    if (isOpen && found.basis?.aux) return { instance, aux: found.basis.aux };
  }
  return null;
}

function assignForm(metadata: string, locale: Locale) {
  const say = alertCardWords(locale).answers;
  return toModal(
    {
      title: say.assignTitle,
      close: say.close,
      submit: say.assignSubmit,
      callbackId: ALERT_FORMS.assign,
      metadata,
      sections: [],
      inputs: [
        {
          type: 'input',
          block_id: WHO,
          label: { type: 'plain_text', text: say.assignLabel },
          element: { type: 'users_select', action_id: WHO },
        },
      ],
    },
    cardWords(locale),
  );
}

function whyForm(metadata: string, locale: Locale) {
  const say = justifyWords(locale);
  const text = (plain: string) => ({ type: 'plain_text', text: plain });
  return toModal(
    {
      title: say.title,
      close: say.close,
      submit: say.submit,
      callbackId: ALERT_FORMS.justify,
      metadata,
      sections: [{ kind: 'text', text: alertCardWords(locale).answers.justifyEffect }],
      inputs: [
        {
          type: 'input',
          block_id: WHY,
          label: text(say.label),
          hint: text(say.hint),
          element: { type: 'plain_text_input', action_id: WHY, max_length: WHY_MAX },
        },
      ],
    },
    cardWords(locale),
  );
}

type Metadata = { readonly ref: CardRef; readonly instance: string | null; readonly responseUrl: string | null };

function readMetadata(text: string): Metadata | null {
  const read = metadataSchema.safeParse(readJson(text));
  const ref = read.success ? decodeRef(read.data.ref) : null;
  return ref === null || !read.success
    ? null
    : { ref, instance: read.data.instance, responseUrl: read.data.responseUrl };
}
