/** A table that is texts already, such as one of a page: read as a file of rows is, without being written as one. */
export class TableRows {
  /**
   * @param header the names of the columns
   * @param rows the cells of each row after the header; a row without cells only counts
   * @param title what the table is called
   */
  constructor(
    readonly header: readonly string[],
    readonly rows: Iterable<readonly string[]>,
    readonly title?: string,
  ) {}
}
