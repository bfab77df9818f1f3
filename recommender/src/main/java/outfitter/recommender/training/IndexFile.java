package outfitter.recommender.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import outfitter.models.json.Json;
import outfitter.models.shop.Product;
import outfitter.recommender.basket.BasketQuestion;
import outfitter.recommender.basket.BasketSignals;
import outfitter.recommender.basket.Counts;
import outfitter.recommender.basket.SparseRows;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Judged;
import outfitter.recommender.ranking.Assortment;
import outfitter.recommender.ranking.Blends;
import outfitter.recommender.ranking.Index;
import outfitter.recommender.snapshot.ArrayFile;
import outfitter.recommender.snapshot.Parts;
import outfitter.recommender.snapshot.SnapshotRefused;

/**
 * The index and what was learned, in a file. It belongs to one catalogue: numbers stand for products in its order, so one of
 * another catalogue is refused like a damaged one.
 */
public final class IndexFile {
    private static final long SIGN = 0x4F555446494E4458L; // OUTFINDX
    private static final ArrayFile FILE = new ArrayFile(SIGN, 3, "index of orders");

    private IndexFile() {}

    /**
     * What is in the file.
     *
     * @param counted what orders were counted
     * @param lesson null when nothing was learned that could be used
     * @param stepUp how steps up are ranked
     */
    public record Saved(
            Index index, CountedOrders counted, @Nullable Lesson lesson, Blend stepUp) {
        /** The highest number of an order that came along; those after it are to be added. */
        public long lastOrder() {
            return counted.last();
        }

        /** How many orders were counted. */
        public long orders() {
            return index.totals().get(Index.ORDERS);
        }
    }

    private record Facts(
            long landmark,
            long lastOrder,
            long catalogue,
            int features,
            int contexts,
            int steps,
            @Nullable Learned lesson) {}

    private record Learned(
            Judged learned, Judged alone, String signal, int choices, Lesson.Source source, Instant at) {}

    /** Writes flat counts and what was learned; the old file stays until all is written. */
    public static void write(Path file, Saved saved) throws IOException {
        Index index = saved.index();
        Lesson lesson = saved.lesson();
        Facts facts = new Facts(
                index.landmark().toEpochMilli(),
                saved.lastOrder(),
                sumOf(index.assortment()),
                BasketQuestion.FEATURES,
                BasketQuestion.CONTEXTS,
                saved.stepUp().features(),
                lesson == null
                        ? null
                        : new Learned(
                                lesson.learned(),
                                lesson.alone(),
                                lesson.signal(),
                                lesson.choices(),
                                lesson.source(),
                                lesson.at()));
        Parts parts = new Parts().add(Json.write(facts));
        index.signals().save(parts);
        index.leaves().save(parts);
        saved.counted().save(parts);
        long[] totals = new long[index.totals().length()];
        for (int i = 0; i < totals.length; i++) totals[i] = index.totals().get(i);
        int[] seasons = new int[index.seasonOrders().length()];
        for (int i = 0; i < seasons.length; i++)
            seasons[i] = index.seasonOrders().get(i);
        parts.add(totals).add(seasons);
        if (lesson != null) {
            lesson.ridgeIn(index.assortment()).save(parts);
            parts.add(lesson.blend().weights());
        }
        parts.add(saved.stepUp().weights());
        FILE.write(file, parts);
    }

    /**
     * Reads the file; {@link SnapshotRefused} when it is anything else, of another version, not whole, or of another
     * catalogue than {@code assortment} is of.
     */
    public static Saved read(Path file, Assortment assortment) throws IOException {
        Parts.Taken taken = FILE.read(file);
        Facts facts = Json.read(taken.text(), Facts.class);
        boolean fits = facts.features() == BasketQuestion.FEATURES
                && facts.contexts() == BasketQuestion.CONTEXTS
                && facts.steps() == Blends.untrained().stepUp().features();
        if (!fits) throw new SnapshotRefused(file + " was made with other signals");
        if (facts.catalogue() != sumOf(assortment))
            throw new SnapshotRefused(file + " was made with another catalogue than the shop has now");
        BasketSignals signals = BasketSignals.load(taken);
        Counts leaves = Counts.load(taken);
        CountedOrders counted = CountedOrders.load(taken, signals.orders(), facts.lastOrder());
        Index index = new Index(
                assortment,
                signals,
                leaves,
                new AtomicLongArray(taken.longs()),
                new AtomicIntegerArray(taken.ints()),
                Instant.ofEpochMilli(facts.landmark()));
        Learned learned = facts.lesson();
        Lesson lesson = learned == null ? null : lesson(learned, assortment, taken);
        Blend stepUp = new Blend(facts.steps(), 1, taken.doubles());
        return new Saved(index, counted, lesson, stepUp);
    }

    /** As {@link #read}, empty when there is no file. */
    public static Optional<Saved> readIfThere(Path file, Assortment assortment) throws IOException {
        return file.toFile().exists() ? Optional.of(read(file, assortment)) : Optional.empty();
    }

    private static Lesson lesson(Learned learned, Assortment assortment, Parts.Taken taken) {
        SparseRows ridge = SparseRows.load(taken);
        Blend blend = new Blend(BasketQuestion.FEATURES, BasketQuestion.CONTEXTS, taken.doubles());
        return new Lesson(
                assortment,
                blend,
                ridge,
                true,
                learned.learned(),
                learned.alone(),
                learned.signal(),
                learned.choices(),
                learned.source(),
                List.of(),
                learned.at());
    }

    /** A checksum over all that is read of the catalogue. */
    private static long sumOf(Assortment assortment) {
        CRC32C sum = new CRC32C();
        for (int number = 0; number < assortment.size(); number++) {
            Product product = assortment.product(number);
            String text = product.id()
                    + '\n'
                    + product.title()
                    + '\n'
                    + product.brand()
                    + '\n'
                    + product.category()
                    + '\n'
                    + assortment.leaf(number)
                    + '\n'
                    + assortment.price(number).orElse(null)
                    + '\n';
            sum.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }
}
