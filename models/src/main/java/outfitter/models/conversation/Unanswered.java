package outfitter.models.conversation;

import java.time.Instant;

/** A customer's message that the bot has not answered yet; several in quick succession are one matter. */
public record Unanswered(long seq, String text, Instant at) {}
