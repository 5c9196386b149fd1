/** What the number on the toolbar button may count, as the person chose. */
export const badgeCounts = ["due", "overdue", "today", "week", "nothing"] as const;
export type BadgeCounts = (typeof badgeCounts)[number];

/** What the toolbar button shows. */
export interface Badge {
  /** Empty, or the number of due items, at most `99+`. */
  text: string;
  due: number;
  late: number;
  /** What is due or will be by the end of the week, if nothing of it is done. */
  week: number;
}

/**
 * The badge for the due items. How it is said in words is the title's affair.
 * @param items one per due item, with the days since its date
 * @param week how many there will be when the week ends
 */
export function badgeOf(items: readonly { daysLate: number }[], week = items.length): Badge {
  const due = items.length;
  return {
    text: numberText(due),
    due,
    late: items.filter((item) => item.daysLate > 0).length,
    week,
  };
}

/** The badge with the number that was asked for. What is due and late is still told, for the title. */
export function badgeCounting(badge: Badge, counts: BadgeCounts): Badge {
  if (counts === "due") return badge;
  const number = { overdue: badge.late, today: badge.due - badge.late, week: badge.week, nothing: 0 }[counts];
  return { ...badge, text: numberText(number) };
}

function numberText(count: number): string {
  return count === 0 ? "" : count > 99 ? "99+" : String(count);
}
