package outfitter.models.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the shop's staff who may sign in.
 *
 * @param name what one signs in with; lower case
 * @param displayName what colleagues and customers read
 * @param demo whether it exists only for the demonstration
 * @param disabledAt since when it may not sign in any more; null while it may
 */
public record Account(
        long id,
        String name,
        String displayName,
        Role role,
        boolean demo,
        @Nullable Instant disabledAt) {
    public boolean isEnabled() {
        return disabledAt == null;
    }
}
