package outfitter.models.intake;

import java.util.List;

/**
 * What came of a batch of facts.
 *
 * @param verdicts one a fact, in their order
 */
public record Taken(List<Verdict> verdicts) {
    public Taken {
        verdicts = List.copyOf(verdicts);
    }

    /** How many facts had this effect. */
    public int count(Effect effect) {
        return (int)
                verdicts.stream().filter(verdict -> verdict.effect() == effect).count();
    }
}
