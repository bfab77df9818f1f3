package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes facts about the same thing wait for each other, those about different things mostly not. What they are about is
 * spread over a few hundred locks, as PostgreSQL cannot hold one for each of thousands; they are taken in ascending order,
 * so that two batches never wait for each other in a circle.
 */
final class Locks {
    private static final int BUCKETS = 256;

    /** And lets each statement be planned for its own arrays: a plan made for one fact takes minutes for thousands. */
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(60, bucket)::text, planning
            FROM set_config('plan_cache_mode', 'force_custom_plan', true) AS planning, unnest($1::int[]) AS bucket
            """;

    private Locks() {}

    /** Waits until nobody else writes what {@code facts} are about; let go at the end of the transaction. */
    static Future<?> take(Batch batch, List<? extends Fact> facts) {
        Set<Integer> buckets = new TreeSet<>();
        facts.stream().flatMap(Locks::subjects).forEach(subject -> buckets.add(bucket(subject)));
        return batch.run(LOCK, Tuple.tuple().addArrayOfInteger(buckets.toArray(Integer[]::new)));
    }

    private static int bucket(String subject) {
        return Math.floorMod(subject.hashCode(), BUCKETS);
    }

    private static Stream<String> subjects(Fact fact) {
        if (fact instanceof ProductFact product) {
            return Stream.concat(
                    Stream.of("product:" + product.id()),
                    product.variants().stream().map(variant -> "sku:" + variant.sku()));
        } else if (fact instanceof ProductGone gone) {
            return Stream.of("product:" + gone.id());
        } else if (fact instanceof StockFact stock) {
            return Stream.of("sku:" + stock.sku());
        } else if (fact instanceof CustomerFact customer) {
            return person(customer);
        } else if (fact instanceof OrderFact order) {
            CustomerFact customer = order.customer();
            return Stream.of(
                            Stream.of("order:" + order.number()),
                            order.lines().stream().map(line -> "sku:" + line.sku()),
                            customer == null ? Stream.<String>of() : person(customer))
                    .flatMap(each -> each);
        } else if (fact instanceof ShipmentFact parcel) {
            return Stream.of("order:" + parcel.order());
        } else if (fact instanceof ReturnFact back) {
            return Stream.of("order:" + back.order());
        } else if (fact instanceof CartFact cart) {
            return Stream.of(
                            Stream.of("cart:" + cart.reference()),
                            cart.lines().stream().map(line -> "sku:" + line.sku()),
                            person(cart.customer()))
                    .flatMap(each -> each);
        }
        throw new IllegalStateException("no lock for " + fact.getClass());
    }

    private static Stream<String> person(CustomerFact customer) {
        return Stream.of(customer.externalId(), customer.plainEmail(), customer.phone())
                .filter(Objects::nonNull)
                .map(sign -> "person:" + sign);
    }
}
