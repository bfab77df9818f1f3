package outfitter.models.shop;

import java.util.Set;

/**
 * Under which conditions things may come back.
 *
 * @param windowDays days after delivery in which a return may be started
 * @param fee taken off the refund; nothing is taken for faulty or wrong pieces
 * @param refundDays working days from arrival to refund
 * @param excluded categories that cannot be returned unless faulty (opened food, fuel)
 */
public record ReturnPolicy(int windowDays, Money fee, int refundDays, Set<String> excluded) {
    public ReturnPolicy {
        excluded = Set.copyOf(excluded);
    }
}
