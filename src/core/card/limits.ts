/**
 * Slack's limits, the safe value where sources differ. Characters are counted as UTF-16 units, which is never less than Slack counts.
 * Sources: docs.slack.dev/reference/block-kit (each block's page), the field tables of @slack/types 3.2.0, and what the field reports.
 */

/** docs.slack.dev/block-kit */
export const MESSAGE_BLOCKS = 50;
export const VIEW_BLOCKS = 100;
/** `msg_blocks_too_long` is undocumented: 9,597 characters passed and 11,341 did not (bolt-js #2867). Table cells are counted in. */
export const MESSAGE_CHARS = 9_000;
/** A view is bounded by 250 kB of JSON only; this keeps far below it. */
export const VIEW_CHARS = 30_000;
/** chat.postMessage: 4,000 advised; chat.update refuses more with `msg_too_long`. */
export const TOP_TEXT = 4_000;

/** @slack/types: SectionBlock, HeaderBlock, ContextBlock, ActionsBlock */
export const SECTION_TEXT = 3_000;
/** Slack folds longer sections behind "see more"; smaller pieces are also easier to drop whole. */
export const SECTION_PIECE = 1_200;
export const FIELDS = 10;
export const FIELD_TEXT = 2_000;
export const CONTEXT_TEXT = 2_000;
/** Slack allows 25; more than five on one line wraps badly on a phone. */
export const ACTIONS_IN_ROW = 5;

/** docs.slack.dev/reference/block-kit/block-elements and composition-objects */
export const BUTTON_LABEL = 75;
export const BUTTON_VALUE = 2_000;
export const ACTION_ID = 255;
export const SPOKEN_LABEL = 75;
export const CONFIRM_TITLE = 100;
export const CONFIRM_TEXT = 300;
export const CONFIRM_CHOICE = 30;
export const OPTION_LABEL = 75;
export const OPTION_VALUE = 150;
export const SELECT_OPTIONS = 100;
export const PLACEHOLDER = 150;
export const OVERFLOW_OPTIONS = 5;
export const CHECKBOXES = 10;
export const INPUT_LABEL = 2_000;

/** data-visualization-block: 2 a message; series 6 at launch, 12 later: 6 is safe. */
export const CHARTS = 2;
export const CHART_TITLE = 50;
export const CHART_SERIES = 6;
export const CHART_POINTS = 20;
export const CHART_LABEL = 20;
export const AXIS_LABEL = 50;

/** data-table-block and table-block: 100 rows (`table` counts the header), 20 columns, 10,000 characters over all tables of a message. */
export const TABLE_ROWS = 100;
export const TABLE_COLUMNS = 20;
export const TABLE_CHARS = 10_000;
export const TABLE_CAPTION = 150;
export const TABLES_OF_TABLE_RUNG = 1;
export const PAGE_SIZE = 10;
/** Ours: a cell that is longer is for the CSV. */
export const CELL_TEXT = 200;

/** docs.slack.dev/reference/views */
export const VIEW_TITLE = 24;
export const VIEW_METADATA = 3_000;
export const CALLBACK_ID = 255;
