import type { Id } from "@/lib/domain/envelope.ts";
import { changeWithOtherId, otherId, withOtherId } from "@/lib/domain/merge.ts";
import { tableNames } from "@/lib/domain/records.ts";
import { factsOf } from "@/lib/formats/backup-facts.ts";
import type { BackupTables } from "@/lib/formats/backup.ts";
import { noteOfWords } from "./last-words.ts";

/**
 * The tables of a backup as this browser would have written them: the user of a backup is the user here, who goes by
 * another id in each browser.
 */
export function asOwn(tables: BackupTables, me: Id | undefined): BackupTables {
  const theirs = factsOf(tables.settings).me;
  if (me === undefined || theirs === undefined || theirs === me) return tables;
  const records = tableNames.map((name) => [name, tables[name].map((row) => withOtherId(row, theirs, me))]);
  return {
    ...tables,
    ...(Object.fromEntries(records) as Pick<BackupTables, (typeof tableNames)[number]>),
    changes: tables.changes.map((change) => changeWithOtherId(change, theirs, me)),
    lastWords: tables.lastWords.map((words) => {
      const note = noteOfWords(words.id);
      return { ...words, id: otherId(note, theirs, me) + words.id.slice(note.length) };
    }),
  };
}
