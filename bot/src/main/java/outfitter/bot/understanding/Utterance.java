package outfitter.bot.understanding;

/** One way in which people write, and the intent that it means: what the model learns from. */
public record Utterance(String text, String intent) {}
