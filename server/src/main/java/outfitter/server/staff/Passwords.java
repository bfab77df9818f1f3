package outfitter.server.staff;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and checks passwords with Argon2id: 19 MiB, two passes, one lane, 32 bytes, salted with 16 (OWASP's first choice
 * for interactive sign-in; about 30 ms here). A hash carries its parameters, so raising them leaves old ones valid. The
 * work is done on two threads of its own, so that a crowd at the door neither blocks an event loop nor fills the memory.
 */
public final class Passwords {
    static final int LEAST_LENGTH = 12;
    static final int MOST_LENGTH = 200;

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int THREADS = 2;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, BYTES, Argon2.ID);

    private final WorkerExecutor workers;
    private volatile @Nullable String nobodys;

    public Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
    }

    /** Refuses what is too short to be a password or too long to be hashed, with the rule. */
    static void check(String password) {
        if (password.length() < LEAST_LENGTH || password.length() > MOST_LENGTH) {
            throw new IllegalArgumentException("password: " + LEAST_LENGTH + " to " + MOST_LENGTH + " characters");
        }
    }

    /** What is stored of {@code password}. */
    public Future<String> hash(String password) {
        return workers.executeBlocking(() -> hashNow(password), false);
    }

    /** Whether {@code password} is the one that {@code hash} was made of; as slow for a hash that there is none of. */
    public Future<Boolean> matches(String password, @Nullable String hash) {
        return workers.executeBlocking(
                () -> {
                    boolean matches = fits(password, hash == null ? nobodysHash() : hash);
                    return matches && hash != null;
                },
                false);
    }

    public Future<Void> close() {
        return workers.close();
    }

    private static boolean fits(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private String nobodysHash() {
        String known = nobodys;
        if (known != null) return known;
        String fresh = hashNow("nobody has this password");
        nobodys = fresh;
        return fresh;
    }

    private static String hashNow(String password) {
        Hash hash = Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID);
        return hash.getResult();
    }
}
