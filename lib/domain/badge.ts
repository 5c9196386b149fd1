/** What the toolbar button shows. */
export interface Badge {
  /** Empty, or the number of due items, at most `99+`. */
  text: string;
  due: number;
  late: number;
}

/**
 * The badge for the due items. How it is said in words is the title's affair.
 * @param items one per due item, with the days since its date
 */
export function badgeOf(items: readonly { daysLate: number }[]): Badge {
  const due = items.length;
  return {
    text: due === 0 ? "" : due > 99 ? "99+" : String(due),
    due,
    late: items.filter((item) => item.daysLate > 0).length,
  };
}
