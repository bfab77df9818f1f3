package outfitter.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import outfitter.models.customer.CustomerId;
import outfitter.models.merchandising.Arm;

class HoldOutTest {
    @Test
    void oneCustomerInTwentyIsHeldOut() {
        long heldOut = LongStream.rangeClosed(1, 100_000)
                .filter(id -> HoldOut.of(new CustomerId(id)) == Arm.HELD_OUT)
                .count();

        assertThat(heldOut / 100_000.0).isEqualTo(HoldOut.SHARE, within(0.003));
    }

    @Test
    void anArmIsForLife() {
        // Written down on the day the hold-out began: an arm that moves spoils every comparison under way.
        long[] heldOut = LongStream.rangeClosed(1, 100)
                .filter(id -> HoldOut.of(new CustomerId(id)) == Arm.HELD_OUT)
                .toArray();

        assertThat(heldOut).containsExactly(20, 51, 72, 74);
    }
}
