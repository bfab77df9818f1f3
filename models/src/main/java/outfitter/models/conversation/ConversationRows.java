package outfitter.models.conversation;

import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import outfitter.models.customer.CustomerId;
import outfitter.models.json.Json;

/** Rows of {@code conversation} and {@code entry} as records. */
public final class ConversationRows {
    /** The columns that {@link #read} reads. */
    public static final String COLUMNS = "id, customer, head, state::text as state, merged_into, linked";

    /** The columns that {@link #entry} reads. */
    static final String ENTRY = "conversation, seq, at, kind, version, key, body::text as body";

    private ConversationRows() {}

    static Entry entry(Row row) {
        return new Entry(
                new ConversationId(row.getLong("conversation")),
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                EntryCodec.read(row.getString("kind"), row.getShort("version"), row.getString("body")),
                row.getString("key"));
    }

    /** A row with {@link #COLUMNS}. */
    public static Conversation read(Row row) {
        Long mergedInto = row.getLong("merged_into");
        Long[] linked = row.getArrayOfLongs("linked");
        return new Conversation(
                new ConversationId(row.getLong("id")),
                new CustomerId(row.getLong("customer")),
                row.getLong("head"),
                Json.read(row.getString("state"), ConversationState.class),
                mergedInto == null ? null : new ConversationId(mergedInto),
                linked == null
                        ? List.of()
                        : Arrays.stream(linked).map(ConversationId::new).toList());
    }
}
