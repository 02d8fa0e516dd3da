/**
 * How does a file go back to its last commit after a crash? {@link dev.larder.mapdb.journal.UndoJournal} saves each
 * page before its first change. {@link dev.larder.mapdb.journal.UndoJournalReplay} puts the pages back.
 */
@NullMarked
package dev.larder.mapdb.journal;

import org.jspecify.annotations.NullMarked;
