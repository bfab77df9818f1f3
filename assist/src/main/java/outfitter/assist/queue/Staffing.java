package outfitter.assist.queue;

import java.time.Instant;
import java.util.Optional;
import outfitter.models.shop.OpeningHours;

/**
 * Whether a person can be had.
 *
 * @param agents how many have a desk open now
 * @param opensAt when somebody starts to answer; empty within hours and when never
 */
public record Staffing(int agents, OpeningHours hours, Optional<Instant> opensAt) {
    public boolean somebodyThere() {
        return agents > 0;
    }
}
