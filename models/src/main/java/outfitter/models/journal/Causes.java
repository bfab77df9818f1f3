package outfitter.models.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.stream.Stream;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;

/** Which causes had their effect, for reading. */
public final class Causes {
    private static final String KNOWN =
            "select exists (select from entry where conversation = any ($1) and source = $2 and key = $3) as known";

    private final SqlClient db;

    public Causes(SqlClient db) {
        this.db = db;
    }

    /** Whether {@code cause} wrote a turn in {@code conversation} or in any that was ever merged with it. */
    public Future<Boolean> isKnown(Conversation conversation, Cause cause) {
        Long[] group = Stream.concat(Stream.of(conversation.id()), conversation.linked().stream())
                .map(ConversationId::value)
                .distinct()
                .toArray(Long[]::new);
        return db.preparedQuery(KNOWN)
                .execute(Tuple.tuple()
                        .addArrayOfLong(group)
                        .addString(cause.source())
                        .addString(cause.key()))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }
}
