/**
 * How does a file go back to its last commit after a crash? {@link dev.larder.mapdb.journal.UndoJournal} keeps
 * each page as it was before its first change; {@link dev.larder.mapdb.journal.UndoJournalReplay} puts the pages
 * back.
 */
@NullMarked
package dev.larder.mapdb.journal;

import org.jspecify.annotations.NullMarked;
