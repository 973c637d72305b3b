/** A press that manages a rule: what is to be done stands behind the colon, which rule is the value. */
export const RULE_PRESS = 'rule';
/** A press that opens the form: `add`, `edit`, `suggested`, `alert-me` behind the colon. */
export const RULE_OPEN = 'rule-form';
