package outfitter.bot.understanding.sentence;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns a text into a vector of {@link #SIZE} numbers and length 1; texts that mean much the same lie close together.
 * The model is bge-small-en-v1.5 (BAAI, MIT licence), its weights in whole numbers of eight bits, run by ONNX Runtime in
 * this process on the caller's thread. Safe to share between threads.
 */
public final class Embedding {
    static final int SIZE = 384;
    /** What stands after so many pieces of words is not read: some 100 words. */
    static final int LONGEST = 128;

    private static final int AT_ONCE = 8;
    private static final String WEIGHTS = "bge-small-en-v1.5-q.onnx";
    private static final String VOCABULARY = "bge-small-en-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;

    private Embedding(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    private static final class Shared {
        static final Embedding ONE = load();
    }

    /** The one embedding of this process; the first call loads it, which takes some tenths of a second. */
    public static Embedding shared() {
        return Shared.ONE;
    }

    private static Embedding load() {
        try (InputStream vocabulary = resource(VOCABULARY)) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return new Embedding(environment, session(environment), WordPieces.read(vocabulary));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the embedding", e);
        } catch (OrtException e) {
            throw new IllegalStateException("cannot start the embedding", e);
        }
    }

    // By way of a file, because 34 MB in the heap, even for a moment, make the heap larger for long.
    private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
        Path file = Files.createTempFile("outfitter-", ".onnx");
        try (InputStream weights = resource(WEIGHTS);
                OrtSession.SessionOptions options = options()) {
            Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
            return environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Embedding.class.getClassLoader().getResourceAsStream(name);
        if (in == null) throw new IllegalStateException("missing resource " + name);
        return in;
    }

    // One thread, the caller's; and no arena, which would keep for ever what the longest text once needed.
    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        return options;
    }

    WordPieces pieces() {
        return pieces;
    }

    /** How many pieces of words {@code text} has. */
    int length(String text) {
        return pieces.of(text, LONGEST).length;
    }

    /** The vector of {@code text}. */
    float[] of(String text) {
        return of(List.of(text))[0];
    }

    /** The vectors of {@code texts}, in their order. */
    float[][] of(List<String> texts) {
        int[][] cut = texts.stream().map(text -> pieces.of(text, LONGEST)).toArray(int[][]::new);
        int[] byLength = IntStream.range(0, cut.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> cut[i].length))
                .mapToInt(i -> i)
                .toArray();
        float[][] vectors = new float[cut.length][];
        for (int from = 0; from < byLength.length; ) {
            int to = from + 1;
            while (to < byLength.length
                    && to - from < AT_ONCE
                    && cut[byLength[to]].length == cut[byLength[from]].length) to++;
            run(cut, byLength, from, to, vectors);
            from = to;
        }
        return vectors;
    }

    // Texts of one length only: what fills up shorter ones would coarsen the eight bits of all.
    private void run(int[][] cut, int[] order, int from, int to, float[][] vectors) {
        int length = cut[order[from]].length;
        int rows = to - from;
        long[] ids = new long[rows * length];
        long[] ones = new long[rows * length];
        Arrays.fill(ones, 1);
        for (int row = 0; row < rows; row++) {
            int[] each = cut[order[from + row]];
            for (int i = 0; i < length; i++) ids[row * length + i] = each[i];
        }
        long[] shape = {rows, length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            for (int row = 0; row < rows; row++) {
                float[] first = new float[SIZE];
                states.get(row * length * SIZE, first);
                vectors[order[from + row]] = unit(first);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding failed", e);
        }
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float each : vector) sum += each * each;
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < vector.length; i++) vector[i] /= length;
        return vector;
    }
}
