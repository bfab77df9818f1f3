package outfitter.models.account;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the shop's staff who may sign in.
 *
 * @param name what one signs in with; lower case
 * @param displayName what colleagues and customers read
 * @param demo whether it exists only for the demonstration
 * @param expected whether its owner has no password yet, or none any more, and waits for an invitation
 * @param signedInAt the last time; null for who never did
 * @param disabledAt since when it may not sign in any more; null while it may
 */
public record Account(
        long id,
        String name,
        String displayName,
        Role role,
        boolean demo,
        boolean expected,
        @Nullable Instant signedInAt,
        @Nullable Instant disabledAt) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,79}");
    private static final int LONGEST_DISPLAY_NAME = 80;

    public boolean isEnabled() {
        return disabledAt == null;
    }

    /** What becomes of the account: 'disabled', 'invited' while it has no password, else 'active'. */
    public String state() {
        if (!isEnabled()) return "disabled";
        return expected ? "invited" : "active";
    }

    /** A name as it is kept: whoever types it in capitals means the same. */
    public static String canonical(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The name, if it can be one; throws {@link IllegalArgumentException} with the rule. */
    public static String checkName(String name) {
        if (NAME.matcher(name).matches()) return name;
        throw new IllegalArgumentException("a name is letters, digits and . _ @ + -, at most 80");
    }

    /** The same for what others read. */
    public static String checkDisplayName(String name) {
        boolean printable = name.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
        if (!name.isBlank() && name.length() <= LONGEST_DISPLAY_NAME && printable) return name;
        throw new IllegalArgumentException("displayName: 1 to " + LONGEST_DISPLAY_NAME + " characters");
    }
}
