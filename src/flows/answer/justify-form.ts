import { z } from 'zod';
import { may } from '../../core/access.ts';
import type { Card } from '../../core/card/card.ts';
import { cardWords, toModal } from '../../core/card/to-blocks.ts';
import { problem } from '../../core/errors.ts';
import { type CaseCode, decodeCase } from '../../core/history/justified-case.ts';
import { justifyWords } from '../../core/i18n/justify-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import { readJson } from '../../core/values/json.ts';
import type { Messenger } from '../../ports.ts';
import type { Press } from './answer-press.ts';
import type { Auditor } from '../operate/audit.ts';
import type { Reader } from './identify.ts';
import { WHY_MAX } from './justify.ts';
import type { PlainCards } from './plain-cards.ts';

export const JUSTIFY_FORM = 'justify';
export const WHY = 'why';

/** What the form remembers: which case, and where the card it was asked on stands. */
const metadataSchema = z.object({
  v: z.literal(1),
  code: z.string(),
  responseUrl: z.string().nullable(),
  onEphemeral: z.boolean(),
  channel: z.string().nullable(),
});
export type FormOrigin = Pick<z.infer<typeof metadataSchema>, 'responseUrl' | 'onEphemeral' | 'channel'>;

/** Opens the form that asks why; gives what to answer where it could not be opened. Slack takes the press for this for three seconds. */
export type AskWhy = (press: Press, reader: Reader) => Promise<Card | null>;

export function whyAsker({
  messenger,
  audit,
  cards,
}: {
  readonly messenger: Pick<Messenger, 'openModal'>;
  readonly audit: Auditor;
  readonly cards: PlainCards;
}): AskWhy {
  return async (press, reader) => {
    const role = reader.actor.kind === 'person' ? reader.actor.role : 'viewer';
    const allowed = may(role, 'justify');
    if (!allowed.ok) {
      await audit.record(reader.actor, 'justify', 'justify', 'denied');
      return cards.denied(allowed.because, reader);
    }
    const pressed = decodeCase(press.value);
    if (pressed === null || press.triggerId === null) {
      return cards.problem(problem('slack.expired'), reader, reader.operation, null);
    }
    const opened = await messenger.openModal(press.triggerId, whyForm(press, pressed.about ?? null, reader.locale));
    return opened.ok ? null : cards.problem(opened.problem, reader, reader.operation, null);
  };
}

/** The case and the origin that a form was opened with; null for a form of another version. */
export function readOrigin(metadata: string): { readonly code: CaseCode; readonly origin: FormOrigin } | null {
  const read = metadataSchema.safeParse(readJson(metadata));
  if (!read.success) return null;
  const code = decodeCase(read.data.code);
  return code && { code, origin: read.data };
}

function whyForm({ value, responseUrl, onEphemeral, sender }: Press, about: string | null, locale: Locale) {
  const say = justifyWords(locale);
  const metadata: z.infer<typeof metadataSchema> = {
    v: 1,
    code: value,
    responseUrl,
    onEphemeral,
    channel: sender.channel,
  };
  const text = (plain: string) => ({ type: 'plain_text', text: plain });
  return toModal(
    {
      title: say.title,
      close: say.close,
      submit: say.submit,
      callbackId: JUSTIFY_FORM,
      metadata: JSON.stringify(metadata),
      sections: [
        ...(about === null ? [] : [{ kind: 'text' as const, text: [{ bold: `${about}.` }] }]),
        { kind: 'text', text: say.effect },
      ],
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
