/**
 * How anything enters a conversation. A {@link outfitter.models.journal.Timeline} takes a cause and a decision, runs it
 * in the conversation's mailbox on the newest state, and appends what it decides as one turn. The journal below commits
 * turns in groups, by one statement in which the conversation's head is the referee; after the commit, and never before,
 * {@link outfitter.models.journal.News} tells whoever listens.
 */
@NullMarked
package outfitter.models.journal;

import org.jspecify.annotations.NullMarked;
