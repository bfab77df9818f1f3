package outfitter.bot.understanding.sentence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * Vectors of texts that were embedded before, by a hash of the text, so that a training embeds only what is new: that
 * takes most of its time.
 *
 * <p>Every text is embedded by itself, because the embedding's whole numbers adapt to the texts of one batch, and every
 * number is rounded to eight bits, also of those that were made just now. So a text has one vector in every training,
 * whatever else is taught and wherever the vector came from. Safe to share between threads.
 */
public final class KnownVectors {
    private static final int PIECE = 32;
    private static final int HIGHEST = Byte.MAX_VALUE;

    private final Map<Long, Rounded> byText = new ConcurrentHashMap<>();

    /** @param unit what 1 in {@code numbers} stands for */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rounded(float unit, byte[] numbers) {
        static Rounded of(float[] vector) {
            float most = 0;
            for (float each : vector) most = Math.max(most, Math.abs(each));
            byte[] numbers = new byte[vector.length];
            for (int i = 0; i < numbers.length; i++) numbers[i] = (byte) Math.round(vector[i] / most * HIGHEST);
            return new Rounded(most / HIGHEST, numbers);
        }

        float[] vector() {
            float[] vector = new float[numbers.length];
            for (int i = 0; i < vector.length; i++) vector[i] = unit * numbers[i];
            return vector;
        }
    }

    /** The classes whose code decides what a vector is: those that others made must not be used with these. */
    public static List<Class<?>> makers() {
        return List.of(Embedding.class, WordPieces.class, KnownVectors.class);
    }

    /** How many there are. */
    public int size() {
        return byText.size();
    }

    /** The vectors of {@code texts}, in their order; {@code progress} hears how far it is, from 0 to 1. */
    float[][] of(List<String> texts, Embedding embedding, int threads, DoubleConsumer progress) {
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !byText.containsKey(hash(text)))
                .toList();
        AtomicInteger done = new AtomicInteger();
        List<Runnable> pieces = new ArrayList<>();
        for (int from = 0; from < missing.size(); from += PIECE) {
            List<String> piece = missing.subList(from, Math.min(missing.size(), from + PIECE));
            pieces.add(() -> {
                for (String text : piece) byText.put(hash(text), Rounded.of(embedding.of(text)));
                progress.accept((double) done.addAndGet(piece.size()) / missing.size());
            });
        }
        Workers.runAll(pieces, threads);
        return texts.stream().map(this::known).toArray(float[][]::new);
    }

    private float[] known(String text) {
        return Objects.requireNonNull(byText.get(hash(text)), "a vector").vector();
    }

    /** Writes those of {@code texts} that there are. */
    public void write(Collection<String> texts, DataOutput out) throws IOException {
        Map<Long, Rounded> written = new TreeMap<>(byText);
        written.keySet().retainAll(texts.stream().map(KnownVectors::hash).collect(Collectors.toSet()));
        out.writeInt(written.size());
        for (Map.Entry<Long, Rounded> each : written.entrySet()) {
            out.writeLong(each.getKey());
            out.writeFloat(each.getValue().unit());
            out.write(each.getValue().numbers());
        }
    }

    /** Adds what {@link #write} wrote. */
    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long text = in.readLong();
            float unit = in.readFloat();
            byte[] numbers = new byte[Embedding.SIZE];
            in.readFully(numbers);
            byText.put(text, new Rounded(unit, numbers));
        }
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
