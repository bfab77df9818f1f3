package outfitter.server.staff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import outfitter.models.conversation.Audience;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryKind;
import outfitter.models.json.Json;

/** An entry as staff see it; {@code kind} is its stored name and {@code body} as that kind has it. */
record EntryView(long conversation, long seq, Instant at, String kind, JsonNode body) {
    /** Those of {@code entries} that staff may see. */
    static List<EntryView> of(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.isFor(Audience.STAFF))
                .map(EntryView::of)
                .toList();
    }

    private static EntryView of(Entry entry) {
        return new EntryView(
                entry.conversation().value(),
                entry.seq(),
                entry.at(),
                EntryKind.of(entry.body()).code(),
                Json.tree(entry.body()));
    }
}
