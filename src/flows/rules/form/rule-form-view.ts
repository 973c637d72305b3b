import type { Card, Section } from '../../../core/card/card.ts';
import type { Block } from '../../../core/card/block.ts';
import { cardWords, toModal } from '../../../core/card/to-blocks.ts';
import type { Locale } from '../../../core/i18n/locale.ts';
import { ruleFormWords, type RuleFormWords } from '../../../core/i18n/alerts/rule-form-words.ts';
import type { SlackView } from '../../../ports.ts';
import {
  conditionBlocks,
  moreBlocks,
  RULE_CHANGE,
  type RuleSight,
  whatBlocks,
  whenBlocks,
  whereBlocks,
} from './rule-form-blocks.ts';
import type { RuleForm } from './rule-form-state.ts';

export const RULE_FORM = 'rule';

/** The form as it stands; `trial`: what it would have told, which stands beside its limit. */
export function ruleFormView(
  form: RuleForm,
  trial: readonly Section[],
  { isNew, metadata }: { readonly isNew: boolean; readonly metadata: string },
  sight: RuleSight,
): SlackView {
  const w = ruleFormWords(sight.locale);
  const more = form.more ? moreBlocks(form, sight, w) : [];
  return toModal(
    {
      title: isNew ? w.add : w.edit,
      close: w.close,
      submit: w.save,
      callbackId: RULE_FORM,
      metadata,
      sections: [],
      inputs: [
        ...whatBlocks(form, sight, w),
        ...conditionBlocks(form, sight, w),
        ...drawn(trial, sight.locale),
        ...whenBlocks(form, sight, w),
        ...whereBlocks(form, w),
        ...more,
        ...drawn([moreButton(form.more, w)], sight.locale),
      ],
    },
    cardWords(sight.locale),
  );
}

/** The form before its content is there: Slack takes a press for opening it for three seconds only. */
export function openingRuleView(locale: Locale): SlackView {
  const w = ruleFormWords(locale);
  return toModal({ title: w.add, close: w.close, sections: [{ kind: 'text', text: w.opening }] });
}

/** What stands in the place of a form that there is not. */
export function ruleNoticeView(card: Card, locale: Locale): SlackView {
  const w = ruleFormWords(locale);
  const { sections, trust, actions, headline } = card;
  return toModal(
    {
      title: w.edit,
      close: w.close,
      sections: [
        { kind: 'text', text: [{ bold: headline }] },
        ...sections,
        ...(actions.length === 0 ? [] : [{ kind: 'actions' as const, actions }]),
      ],
      trust,
    },
    cardWords(locale),
  );
}

function moreButton(isMore: boolean, w: RuleFormWords): Section {
  const label = isMore ? w.less : w.more;
  return {
    kind: 'actions',
    actions: [{ kind: 'button', id: `${RULE_CHANGE}:more`, label, value: isMore ? 'less' : 'more' }],
  };
}

function drawn(sections: readonly Section[], locale: Locale): readonly Block[] {
  return sections.length === 0 ? [] : toModal({ title: '', close: '', sections }, cardWords(locale)).blocks;
}
