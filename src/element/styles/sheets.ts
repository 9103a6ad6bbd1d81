import { accountStyles } from './account.css.js';
import { baseStyles } from './base.css.js';
import { chartStyles } from './chart.css.js';
import { chooserStyles } from './chooser.css.js';
import { detailsStyles } from './details.css.js';
import { exportStyles } from './export.css.js';
import { filterStyles } from './filters.css.js';
import { helpStyles } from './help.css.js';
import { laneStyles } from './lanes.css.js';
import { legendStyles } from './legend.css.js';
import { linkStyles } from './link.css.js';
import { listStyles } from './list.css.js';
import { printStyles } from './print.css.js';
import { stateStyles } from './states.css.js';
import { tableStyles } from './table.css.js';
import { themeStyles } from './theme.css.js';
import { toolStyles } from './tools.css.js';

/** The whole style sheet. Of rules that are as specific as each other the later one holds: tokens first, paper last. */
export const sheets = [
  themeStyles,
  baseStyles,
  stateStyles,
  legendStyles,
  accountStyles,
  chartStyles,
  chooserStyles,
  toolStyles,
  filterStyles,
  laneStyles,
  detailsStyles,
  helpStyles,
  listStyles,
  tableStyles,
  linkStyles,
  exportStyles,
  printStyles,
];
