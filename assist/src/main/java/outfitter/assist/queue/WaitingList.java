package outfitter.assist.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import outfitter.models.conversation.ConversationId;

/** Conversations in the order of their virtual arrival; those of the same instant in the order of their ids. */
final class WaitingList {
    private record Place(Instant virtualArrival, ConversationId conversation) {
        static final Comparator<Place> FIRST_THINGS_FIRST = Comparator.comparing(Place::virtualArrival)
                .thenComparing(place -> place.conversation().value());
    }

    private final TreeSet<Place> places = new TreeSet<>(Place.FIRST_THINGS_FIRST);
    private final Map<ConversationId, Place> byConversation = new HashMap<>();

    /** Gives {@code conversation} the place that its virtual arrival earns, wherever it stood before. */
    void put(ConversationId conversation, Instant virtualArrival) {
        remove(conversation);
        Place place = new Place(virtualArrival, conversation);
        byConversation.put(conversation, place);
        places.add(place);
    }

    void remove(ConversationId conversation) {
        Place place = byConversation.remove(conversation);
        if (place != null) places.remove(place);
    }

    /** From 1; empty when it does not wait. */
    OptionalInt position(ConversationId conversation) {
        Place place = byConversation.get(conversation);
        return place == null
                ? OptionalInt.empty()
                : OptionalInt.of(places.headSet(place).size() + 1);
    }

    int size() {
        return places.size();
    }

    List<ConversationId> inOrder() {
        return places.stream().map(Place::conversation).toList();
    }
}
