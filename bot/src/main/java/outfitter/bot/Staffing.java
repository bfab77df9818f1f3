package outfitter.bot;

import java.time.Instant;
import java.util.Optional;
import outfitter.models.shop.OpeningHours;

/**
 * Whether a person can be had.
 *
 * @param somebodyThere whether anybody has a desk open now
 * @param opensAt when somebody starts to answer; empty within hours, and when never
 */
public record Staffing(boolean somebodyThere, OpeningHours hours, Optional<Instant> opensAt) {}
