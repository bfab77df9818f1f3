package outfitter.assist.briefing;

import java.util.List;
import java.util.Optional;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Proof;
import outfitter.models.customer.Customer;

/**
 * What a briefing is made from.
 *
 * @param recent the conversation's newest entries, earlier episodes included
 * @param entries of the present episode, oldest first; those of one conversation
 */
record Matter(Customer customer, ConversationState state, List<Entry> recent, List<Entry> entries) {

    /** The matter at the end of {@code recent}: what follows the newest episode's beginning. */
    static Matter of(Customer customer, ConversationState state, List<Entry> recent) {
        int from = 0;
        for (int i = 0; i < recent.size(); i++) {
            if (recent.get(i).body() instanceof EntryBody.EpisodeOpened) from = i;
        }
        // The message that opened it stands before it, in the same turn.
        while (from > 0 && recent.get(from - 1).at().equals(recent.get(from).at())) from--;
        return new Matter(customer, state, recent, List.copyOf(recent.subList(from, recent.size())));
    }

    /** The newest entry of a kind. */
    <T extends EntryBody> Optional<Said<T>> last(Class<T> kind) {
        List<Said<T>> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every entry of a kind, oldest first. */
    <T extends EntryBody> List<Said<T>> all(Class<T> kind) {
        return entries.stream()
                .filter(entry -> kind.isInstance(entry.body()))
                .map(entry -> new Said<>(entry.seq(), kind.cast(entry.body())))
                .toList();
    }

    /** The seq of the newest proving of {@code proof}, which may be older than this matter; empty when it is too old. */
    Optional<Long> provedAt(Proof proof) {
        return recent.stream()
                .filter(entry -> entry.body() instanceof EntryBody.Proved proved
                        && proved.proof().equals(proof))
                .map(Entry::seq)
                .reduce((older, newer) -> newer);
    }

    /** A body with the seq of its entry. */
    record Said<T extends EntryBody>(long seq, T body) {}
}
