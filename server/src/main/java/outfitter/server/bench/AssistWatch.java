package outfitter.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;

/**
 * What agents' screens are told of conversations that they watch, and how long after the customer's message: a message is
 * answered when it stands on the screen and suggestions do that are newer than it. Lives on one context.
 */
final class AssistWatch {
    private final Map<Long, Deque<Waiting>> suggestions = new HashMap<>();
    private final Map<Long, Deque<Waiting>> panels = new HashMap<>();
    private final Latencies cold = new Latencies();
    private final Latencies warm = new Latencies();
    private final Latencies beside = new Latencies();
    private long panelFrames;
    private long bytes;

    /** A message whose suggestions are not there yet. */
    private static final class Waiting {
        final String text;
        final long dueNanos;
        final boolean first;
        /** When the server took it; null before it is on the screen. */
        @Nullable
        Instant at;

        Waiting(String text, long dueNanos, boolean first) {
            this.text = text;
            this.dueNanos = dueNanos;
            this.first = first;
        }
    }

    /** A customer is about to say this. */
    void expect(long conversation, String text, long dueNanos, boolean first) {
        Waiting waiting = new Waiting(text, dueNanos, first);
        suggestions.computeIfAbsent(conversation, any -> new ArrayDeque<>()).add(waiting);
        panels.computeIfAbsent(conversation, any -> new ArrayDeque<>()).add(waiting);
    }

    void hear(String text) {
        bytes += text.length();
        JsonNode frame = Json.read(text, JsonNode.class);
        long conversation = frame.path("conversation").asLong();
        switch (frame.path("type").asText()) {
            case "entries" -> frame.path("entries").forEach(entry -> said(conversation, entry));
            case "suggestions" -> answered(suggestions, conversation, frame.path("suggestions"));
            case "panel" -> {
                panelFrames++;
                answered(suggestions, conversation, frame.path("panel").path("suggestions"));
                answered(panels, conversation, frame.path("panel").path("suggestions"));
            }
            default -> {}
        }
    }

    // The entry comes from the commit itself and before anything that was computed after it.
    private void said(long conversation, JsonNode entry) {
        String text = entry.path("body").path("text").asText();
        suggestions.getOrDefault(conversation, new ArrayDeque<>()).stream()
                .filter(waiting -> waiting.text.equals(text))
                .forEach(waiting -> waiting.at = Instant.parse(entry.path("at").asText()));
    }

    private void answered(Map<Long, Deque<Waiting>> all, long conversation, JsonNode offers) {
        Instant computed = Instant.parse(offers.path("computedAt").asText());
        long now = System.nanoTime();
        all.getOrDefault(conversation, new ArrayDeque<>()).removeIf(waiting -> {
            Instant at = waiting.at;
            if (at == null || computed.isBefore(at)) return false;
            Latencies took = all == panels ? beside : waiting.first ? cold : warm;
            took.add(now - waiting.dueNanos);
            return true;
        });
    }

    Latencies cold() {
        return cold;
    }

    Latencies warm() {
        return warm;
    }

    /** Until the whole panel was there. */
    Latencies panels() {
        return beside;
    }

    /** How many whole panels came. */
    long panelFrames() {
        return panelFrames;
    }

    /** Characters told in all. */
    long told() {
        return bytes;
    }

    /** Messages whose suggestions never came. */
    long missing() {
        return suggestions.values().stream().mapToLong(Deque::size).sum();
    }
}
