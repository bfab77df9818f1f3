package outfitter.models.intake;

/**
 * What came of one fact.
 *
 * @param reason in words for the teller; empty unless it waits or was refused
 */
public record Verdict(Effect effect, String reason) {
    static final Verdict STORED = new Verdict(Effect.STORED, "");
    static final Verdict UNCHANGED = new Verdict(Effect.UNCHANGED, "");

    static Verdict refused(String reason) {
        return new Verdict(Effect.REFUSED, reason);
    }
}
