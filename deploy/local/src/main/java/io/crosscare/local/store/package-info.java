/**
 * The document store of the one-machine suite: it speaks the MongoDB protocol, keeps its documents in memory and in a journal
 * on disk, and lets no reply leave before the state that reply shows is synced.
 *
 * <p>Reading order: {@link io.crosscare.local.store.DocumentStore} puts the parts together; {@code CommandHandler} runs one
 * command and holds its reply; {@code DurableCollection} tells {@code CommandEffects} what it changed; {@code GroupCommit} makes
 * the effects of all commands of a moment durable with one sync of the {@code JournalFile}; {@code JournalReader} brings
 * everything back at the next start. {@code SnapshotKeeper} folds what is closed of the journal into a {@code Snapshot}, so that
 * a start has little to read.
 */
@NullMarked
package io.crosscare.local.store;

import org.jspecify.annotations.NullMarked;
