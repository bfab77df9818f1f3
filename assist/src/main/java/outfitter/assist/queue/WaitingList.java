package outfitter.assist.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import outfitter.models.conversation.ConversationId;

/** Conversations in the order of their virtual arrival; those of the same instant in the order of their ids. */
final class WaitingList {
    private record Place(Instant virtualArrival, ConversationId conversation) {
        static final Comparator<Place> FIRST_THINGS_FIRST = Comparator.comparing(Place::virtualArrival)
                .thenComparing(place -> place.conversation().value());
    }

    // Sorted: a list of thousands is shifted faster than a tree is counted through.
    private final List<Place> places = new ArrayList<>();
    private final Map<ConversationId, Place> byConversation = new HashMap<>();

    /** Gives {@code conversation} the place that its virtual arrival earns, wherever it stood before. */
    void put(ConversationId conversation, Instant virtualArrival) {
        Place place = new Place(virtualArrival, conversation);
        if (place.equals(byConversation.get(conversation))) return;
        remove(conversation);
        byConversation.put(conversation, place);
        places.add(-1 - index(place), place);
    }

    void remove(ConversationId conversation) {
        Place place = byConversation.remove(conversation);
        if (place != null) places.remove(index(place));
    }

    /** From 1; empty when it does not wait. */
    OptionalInt position(ConversationId conversation) {
        Place place = byConversation.get(conversation);
        return place == null ? OptionalInt.empty() : OptionalInt.of(index(place) + 1);
    }

    private int index(Place place) {
        return Collections.binarySearch(places, place, Place.FIRST_THINGS_FIRST);
    }

    int size() {
        return places.size();
    }

    List<ConversationId> inOrder() {
        return places.stream().map(Place::conversation).toList();
    }
}
